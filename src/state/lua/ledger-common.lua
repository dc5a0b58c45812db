-- Put in front of every script of the ledger. All keys of a line, and the index of what is due in its shard, carry one hash tag.
-- KEYS 1 order (hash)  2 orders of the line (zset by time)  3 due (zset, one per shard)  4 what the line spent on one day (hash)
-- ARGV 1 line and order, as the index of due work names them  2… see each script
local ORDER, ORDERS, DUE, DAY = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local member = ARGV[1]
local KEEP_MS = 35 * 24 * 3600 * 1000 -- life of an order that is over and told

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- state: sent, unknown, done, refused · print: digest of what was agreed to · fence: who settles it · asked, outcome: sealed
-- said: its end is in the chat's outbox · told: the channel took it
local NAMES = { 'state', 'asked', 'outcome', 'at', 'settledAt', 'fence', 'tries', 'said', 'told' }
local function row()
  local values = redis.call('HMGET', ORDER, unpack(NAMES))
  for i, value in ipairs(values) do values[i] = value or '' end
  return values
end
local function isOver(state) return state == 'done' or state == 'refused' end
