-- A delivery: drop it if known, keep it, and grant the turn if nobody has it. What is granted is the *first* message.
-- KEYS 11 parts (string)  12… answers to messages that are taken back
-- ARGV 5 delivery  6 sealed message  7 how long its caller waits, ms  8 sealed echo, or ''  9 without digits  10 masked: '' = not sealed yet
--      11 questions that it answers by itself  12 parts to keep (sealed), '' = it has none, '+' = only looks at them, '-' = they are taken back
--      13 parts seen when that was decided, or ''  14 '1' = a code and nothing else
--      15… messages taken back: delivery, sealed message, sealed echo
local PARTS, PARTS_MS = KEYS[11], 10 * 60 * 1000 -- life of parts
local NOTHING_ASKED, CODE_ASKED, SECRET_ASKED = 0, 2, 5 -- as in mailbox.ts
local MAIL_CAP = 50 -- messages that may wait; as in mailbox.ts
local delivery = ARGV[5]

local function echoedAt()
  local at, rows = echoRow(delivery)
  return at and h.logged - #rows + at
end

-- What an earlier message said is not kept anywhere any more: waiting, aside, in the log.
local function takeBack(whose, mail, echo)
  for i, row in ipairs(redis.call('LRANGE', MAIL, 0, -1)) do
    local head = string.match(row, '^%S+ %S+ %S+ ')
    if string.match(row, '^%S+') == whose then redis.call('LSET', MAIL, i - 1, head .. mail) end
  end
  for _, row in ipairs(redis.call('LRANGE', ASIDE, 0, -1)) do
    if cjson.decode(row).delivery == whose then redis.call('LREM', ASIDE, 1, row) end
  end
  if redis.call('EXISTS', ASIDE) == 0 then redis.call('ZREM', ASIDES, conversation) end
  local at, rows = echoRow(whose)
  if at then redis.call('LSET', LOG, at - 1, string.match(rows[at], '^e %S+ %S+ ') .. echo) end
end

-- Parts of one thing over several messages: true when those seen are not those that are there, and it must be decided again.
local function mustLookAgain()
  local parts = ARGV[12]
  if parts == '' or redis.call('ZSCORE', SEEN, delivery) or redis.call('LLEN', MAIL) >= MAIL_CAP then return false end
  local answers = parts ~= '-' and h.asked > 0 and string.find(ARGV[11], h.asked, 1, true)
  if not answers and (redis.call('GET', PARTS) or '') ~= ARGV[13] then return true end
  if answers and (h.asked == CODE_ASKED or h.asked == SECRET_ASKED) then return false end -- not kept, not even as a part
  if parts == '-' then redis.call('DEL', unpack(KEYS, 11))
  elseif parts ~= '+' then redis.call('SET', PARTS, parts, 'PX', PARTS_MS) end
  for i = 15, #ARGV, 3 do takeBack(ARGV[i], ARGV[i + 1], ARGV[i + 2]) end
  return false
end

-- Which echo the log shows: 0 as it was written, 1 without digits, 2 masked.
local function echoShown()
  local bare = ARGV[14] == '1' and h.secret == 0 and h.asked == NOTHING_ASKED
  return bare and 1 or h.secret
end
-- Few are hidden: such an echo is sealed when it is asked for.
if isLog and ARGV[8] ~= '' and ARGV[8 + echoShown()] == '' then return { 'hide' } end

if h.done == 0 then h.done, h.seq, h.logged = now, now, now end -- born: numbers never repeat, whatever Redis forgot
redis.call('ZREMRANGEBYSCORE', SEEN, '-inf', now - SEEN_MS)
if mustLookAgain() then return { 'look', redis.call('GET', PARTS) or '' } end
ringTimers()
local status, position = 'queued', false
if redis.call('ZSCORE', SEEN, delivery) then
  status, position = 'duplicate', isLog and echoedAt()
elseif redis.call('LLEN', MAIL) >= MAIL_CAP then
  status = 'full'
else
  keepMail(delivery, ARGV[6], tonumber(ARGV[7]))
  if isLog and ARGV[8] ~= '' then
    position = appendLog('e', delivery, ARGV[8 + echoShown()])
    publish({ last = position, echo = true })
  end
end
local turn = grantTurn()
save()
if turn and status == 'queued' then status = 'granted' end
return { status, position, turn }
