-- Put in front of every script of a conversation. All keys carry one hash tag, so each script is atomic on a Cluster too.
-- KEYS 1 turn (hash)  2 seen (zset)  3 mail (list)  4 out (list)  5 state (string)  6 aside (list)  7 timers (zset)  8 log (list)
--      9 due (zset, one per shard)  10 asides (zset, one per shard)
-- ARGV 1 conversation  2 lease, ms  3 'queue' or 'log'  4 channel to publish on  5… see each script
local TURN, SEEN, MAIL, OUT, STATE, ASIDE, TIMERS, LOG, DUE, ASIDES = unpack(KEYS)
local conversation, leaseMs, isLog, channel = ARGV[1], tonumber(ARGV[2]), ARGV[3] == 'log', ARGV[4]

local DAY = 24 * 3600 * 1000  -- ms
local SEEN_MS = DAY           -- how long a delivery is remembered
local KEEP_MS = 7 * DAY       -- life of an idle conversation and of its log; longer than SEEN_MS and than any state
local ASIDE_MS = 30 * DAY     -- life of what was set aside
local FREE = 2                -- runs of a message counted when granted; from then on it is a suspect, counted when it starts
local BATCH = 50              -- replies, or timers, handed out at once
local LOG_ROWS = 500

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- fence, lease: who may run a turn, and until when · tries, throws: runs begun of the first message, and those that ended with an error
-- done: number of the last message handled · version: the message after which the state was written · secret: what the next echo hides
-- asked: what the open question awaits, as in mailbox.ts
-- pen, penLease, penTries: fence, lease and tries of sending · penBy: number of the message whose commit granted the pen
-- seq: number of the last reply written · logged: position of the last row logged
local NAMES = { 'fence', 'lease', 'tries', 'throws', 'done', 'version', 'secret', 'asked', 'pen', 'penLease', 'penTries', 'penBy', 'seq', 'logged' }
local h = {}
for i, value in ipairs(redis.call('HMGET', TURN, unpack(NAMES))) do h[NAMES[i]] = tonumber(value) or 0 end

-- Never below the clock: it rises even when Redis has forgotten the last one (expiry, failover, a lost second of AOF).
local function rising(last) return math.max(last + 1, now) end

-- Number of the last reply that the customer can have seen. A log is read at once.
local function delivered() return isLog and h.seq or h.seq - redis.call('LLEN', OUT) end

-- Keeps a message unless it is known. A row: delivery, replies delivered by now, until when its caller waits, sealed message.
local function keepMail(delivery, sealed, waitMs)
  if redis.call('ZADD', SEEN, 'NX', now, delivery) == 0 then return false end
  redis.call('PEXPIRE', SEEN, SEEN_MS)
  redis.call('RPUSH', MAIL, table.concat({ delivery, delivered(), waitMs > 0 and now + waitMs or 0, sealed }, ' '))
  return true
end

-- Timers that are due become mail. A row: delivery, sealed message.
local function ringTimers()
  local rows = redis.call('ZRANGEBYSCORE', TIMERS, '-inf', now, 'LIMIT', 0, BATCH)
  for _, row in ipairs(rows) do
    local delivery, sealed = string.match(row, '^(%S+) (%S+)$')
    keepMail(delivery, sealed, 0)
  end
  if #rows > 0 then redis.call('ZREM', TIMERS, unpack(rows)) end
end

local function turnOf(message, state)
  return { h.fence, h.done + 1, h.tries, h.throws, h.tries >= FREE and 1 or 0, message, h.seq, h.version, state }
end

local function grantTurn()
  local message = redis.call('LINDEX', MAIL, 0)
  if not message or h.lease > now then return false end
  h.fence, h.lease = rising(h.fence), now + leaseMs
  local turn = turnOf(message, redis.call('GET', STATE))
  if h.tries < FREE then h.tries = h.tries + 1 end
  return turn
end

local function penOf()
  local rows = redis.call('LRANGE', OUT, 0, BATCH - 1)
  return #rows > 0 and { h.pen, h.seq - redis.call('LLEN', OUT) + 1, h.penTries, rows }
end

local function grantPen(by)
  if h.penLease > now or redis.call('LLEN', OUT) == 0 then return false end
  h.pen, h.penLease, h.penTries, h.penBy = rising(h.pen), now + leaseMs, h.penTries + 1, by
  return penOf()
end

local function publish(event)
  event.conversation = conversation
  redis.call('PUBLISH', channel, cjson.encode(event))
end

-- A row: kind, time, whose (delivery of an echo, number of a reply), sealed text. Positions never change: `logged` counts trimmed rows too.
local function appendLog(kind, whose, sealed)
  redis.call('RPUSH', LOG, table.concat({ kind, now, whose, sealed }, ' '))
  redis.call('LTRIM', LOG, -LOG_ROWS, -1)
  redis.call('PEXPIRE', LOG, KEEP_MS)
  h.logged = h.logged + 1
  return h.logged
end

-- The log's row of a customer's message: index and list; false when it is gone.
local function echoRow(delivery)
  local rows = redis.call('LRANGE', LOG, 0, -1)
  for i, row in ipairs(rows) do
    if string.match(row, '^e %S+ (%S+)') == delivery then return i, rows end
  end
  return false, rows
end

-- Drops all rows before the echo of a delivery; whoever comes later does not read them.
local function forgetLog(delivery)
  local at, rows = echoRow(delivery)
  if at then redis.call('LTRIM', LOG, at - 1 - #rows, -1) else redis.call('DEL', LOG) end
end

local function setAside(entry)
  entry.at = now
  redis.call('RPUSH', ASIDE, cjson.encode(entry))
  redis.call('ZADD', ASIDES, now, conversation)
  redis.call('ZREMRANGEBYSCORE', ASIDES, '-inf', now - ASIDE_MS)
  redis.call('PEXPIRE', ASIDE, ASIDE_MS)
  redis.call('PEXPIRE', ASIDES, ASIDE_MS)
end

-- The index cannot be lost or go stale: it lives in the same slot and is written by the same script.
-- Mail, timers and replies have no expiry: they go when they are handled. The rest lives as long as they do, or a week.
local function save()
  if h.done == 0 then return end -- a conversation that was never born
  local at = redis.call('ZRANGE', TIMERS, 0, 0, 'WITHSCORES')[2]
  at = at and tonumber(at) or math.huge
  if redis.call('LLEN', MAIL) > 0 then at = math.min(at, h.lease) end
  if redis.call('LLEN', OUT) > 0 then at = math.min(at, h.penLease) end
  local fields = {}
  for _, name in ipairs(NAMES) do fields[#fields + 1] = name; fields[#fields + 1] = h[name] end
  redis.call('HSET', TURN, unpack(fields))
  if at == math.huge then
    redis.call('ZREM', DUE, conversation)
    redis.call('PEXPIRE', TURN, KEEP_MS)
  else
    redis.call('ZADD', DUE, at, conversation)
    redis.call('PERSIST', TURN)
  end
end
