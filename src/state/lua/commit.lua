-- A turn is over: state, replies, timers, the message handled, and what comes next, at once or not at all.
-- KEYS 11 where to keep the answer, if somebody wants it
-- ARGV 5 fence  6 number of the message  7 state ('' = forget it)  8 life of the state, ms  9 what the next echo hides: 0 nothing, 1 digits, 2 all
--      10 why set aside, or ''  11 the replies as an answer  12 life of an answer, ms  13 how many replies  14 '1' = forget the log before this message
--      15 what the open question awaits  16 a message that is taken back, or ''  17… replies, then timers (delivery, at, sealed)
local fence, number, replies = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[13])
local REPLIES_FROM = 17
local TIMERS_FROM = REPLIES_FROM + replies
if h.fence ~= fence or number < h.done or number > h.done + 1 then return 'stale' end

-- An answer goes out by itself, unless its caller has stopped waiting.
local function answer(delivery, waitUntil)
  if not KEYS[11] or tonumber(waitUntil or 0) < now or redis.call('GET', KEYS[11]) == 'late' then return false end
  redis.call('SET', KEYS[11], ARGV[11], 'PX', ARGV[12])
  publish({ answered = delivery })
  return true
end

local function say(answered)
  local rowless = answered and redis.call('LLEN', OUT) == 0
  for i = REPLIES_FROM, TIMERS_FROM - 1 do
    h.seq = h.seq + 1
    if isLog then appendLog('r', h.seq, ARGV[i])
    elseif not rowless then redis.call('RPUSH', OUT, answered and '' or ARGV[i]) end -- an empty row keeps the numbers of those before it
  end
  if isLog and replies > 0 then publish({ last = h.logged }) end
end

local function keepState()
  if ARGV[7] == '' then redis.call('DEL', STATE)
  else redis.call('SET', STATE, ARGV[7], 'PX', ARGV[8]); h.version = number end
end

-- Replies to what is taken back may repeat it. Their rows stay, so that positions do.
local function unsay(delivery)
  local at, rows = echoRow(delivery)
  for i = at and at + 1 or #rows + 1, #rows do
    local head = string.match(rows[i], '^r %S+ %S+ ')
    if head then redis.call('LSET', LOG, i - 1, head .. '-') end
  end
end

local again = number == h.done -- the answer to this very commit was lost, and it is asked again
if not again then
  local delivery, _, waitUntil, sealed = string.match(redis.call('LPOP', MAIL) or '', '^(%S+) (%S+) (%S+) (%S+)$')
  if ARGV[10] == '' then keepState()
  else setAside({ kind = 'message', number = number, delivery = delivery, tries = h.tries, throws = h.throws, reason = ARGV[10], what = sealed }) end
  if isLog and ARGV[14] == '1' then forgetLog(delivery) end
  if isLog and ARGV[16] ~= '' then unsay(ARGV[16]) end
  say(answer(delivery, waitUntil))
  for i = TIMERS_FROM, #ARGV, 3 do redis.call('ZADD', TIMERS, ARGV[i + 1], ARGV[i] .. ' ' .. ARGV[i + 2]) end
  h.done, h.tries, h.throws, h.secret, h.asked = number, 0, 0, tonumber(ARGV[9]), tonumber(ARGV[15])
end

h.lease, h.tries = 0, 0
local pen
if again and h.penBy == number and h.penLease > 0 then h.penLease = now + leaseMs; pen = penOf()
else pen = grantPen(number) end
local message = redis.call('LINDEX', MAIL, 0)
local turn = message and turnOf(message, false)
if turn then h.lease, h.tries = now + leaseMs, 1 end
save()
return { turn, pen }
