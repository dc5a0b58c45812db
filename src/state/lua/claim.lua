-- The sweeper: take over what a dead or pausing process left, if nobody has it, and what a timer has rung for.
ringTimers()
local answer = { grantTurn(), grantPen(0) }
save()
return answer
