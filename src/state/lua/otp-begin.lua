-- Begins a challenge, if the limits of this visitor and of this line allow another code.
-- KEYS 1 challenge (hash)  2 codes sent to this line by this visitor (zset by time)  3 by anybody (zset)  4 failures of the line (hash)
-- ARGV 1 challenge  2… limits, ms and counts: see otp.ts
local CHALLENGE, MINE, ALL = KEYS[1], KEYS[2], KEYS[3]
local id, promisedMs, mostMs = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local windowMs, perWindow, perDay, perLine = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local DAY = 24 * 3600 * 1000
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local mostFailures, failurePause = tonumber(ARGV[11]), tonumber(ARGV[12])
local begun = redis.call('HMGET', CHALLENGE, 'at', 'again')
if begun[1] then return { 'begun', tonumber(begun[1]) + promisedMs, tonumber(begun[2]) } end

-- A code for a locked line could not be used: it is not sent, and the wait is said.
local line = redis.call('HMGET', KEYS[4], 'failures', 'at')
if (tonumber(line[1]) or 0) >= mostFailures and tonumber(line[2]) + failurePause > now then return { 'wait', tonumber(line[2]) + failurePause } end

for _, key in ipairs({ MINE, ALL }) do redis.call('ZREMRANGEBYSCORE', key, '-inf', now - DAY) end
local function oldestOfLast(key, n) -- when the n-th last code was sent, if there were so many
  local found = redis.call('ZREVRANGE', key, n - 1, n - 1, 'WITHSCORES')
  return found[2] and tonumber(found[2])
end
for _, limit in ipairs({ { MINE, perDay }, { ALL, perLine } }) do
  local first = oldestOfLast(limit[1], limit[2])
  if first then return { 'today', first + DAY } end
end
local recent = redis.call('ZCOUNT', MINE, now - windowMs, '+inf')
if recent >= perWindow then return { 'wait', oldestOfLast(MINE, perWindow) + windowMs } end
local last = oldestOfLast(MINE, 1)
local pause = last and tonumber(ARGV[7 + recent]) or 0 -- 30, 60, 120 s after the first, second, third
if recent > 0 and last + pause > now then return { 'wait', last + pause } end

redis.call('ZADD', MINE, now, id)
redis.call('ZADD', ALL, now, id)
for _, key in ipairs({ MINE, ALL }) do redis.call('PEXPIRE', key, DAY) end
local again = now + tonumber(ARGV[8 + recent])
if recent + 1 >= perWindow then again = math.max(again, oldestOfLast(MINE, perWindow) + windowMs) end
redis.call('HSET', CHALLENGE, 'at', now, 'again', again, 'left', 3, 'expires', now + mostMs)
redis.call('PEXPIRE', CHALLENGE, mostMs)
return { 'begun', now + promisedMs, again }
