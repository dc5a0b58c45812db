-- The end of an order is in the chat's outbox ('said'), or with the customer ('told'). Then nothing is due any more.
-- 'left': nobody knows, and a person was told; it is kept until somebody does.
-- ARGV 2 'said', 'told' or 'left'
local state = redis.call('HGET', ORDER, 'state')
if ARGV[2] == 'left' then
  if not isOver(state) then redis.call('ZREM', DUE, member) end
  return 0
end
if not isOver(state) then return 0 end
redis.call('HSETNX', ORDER, ARGV[2], now)
redis.call('ZREM', DUE, member)
redis.call('PEXPIRE', ORDER, KEEP_MS)
return 1
