-- A delivery: drop it if known, keep it, and grant the turn if nobody has it. What is granted is the *first* message.
-- ARGV 5 delivery  6 sealed message  7 how long its caller waits, ms  8 sealed echo, or ''  9 without digits  10 masked
local MAIL_CAP = 50 -- messages that may wait; as in mailbox.ts
local delivery = ARGV[5]

local function echoedAt()
  local rows = redis.call('LRANGE', LOG, 0, -1)
  for i, row in ipairs(rows) do
    if string.match(row, '^e %S+ (%S+)') == delivery then return h.logged - #rows + i end
  end
  return false
end

if h.done == 0 then h.done, h.seq, h.logged = now, now, now end -- born: numbers never repeat, whatever Redis forgot
redis.call('ZREMRANGEBYSCORE', SEEN, '-inf', now - SEEN_MS)
ringTimers()
local status, position = 'queued', false
if redis.call('ZSCORE', SEEN, delivery) then
  status, position = 'duplicate', isLog and echoedAt()
elseif redis.call('LLEN', MAIL) >= MAIL_CAP then
  status = 'full'
else
  keepMail(delivery, ARGV[6], tonumber(ARGV[7]))
  if isLog and ARGV[8] ~= '' then
    position = appendLog('e', delivery, ARGV[8 + h.secret])
    publish({ last = position })
  end
end
local turn = grantTurn()
save()
if turn and status == 'queued' then status = 'granted' end
return { status, position, turn }
