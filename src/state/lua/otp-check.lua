-- Compares a code: at most three times a challenge, at most ten failures in a row a line, then once in a quarter of an hour.
-- KEYS 1 challenge (hash)  2 line (hash)
-- ARGV 1 MAC of the typed code  2 attempt  3 failures in a row allowed  4 pause after that, ms  5 life of the line's counter, ms
--      6 how long the customer was told that the code is good, ms
local CHALLENGE, LINE = KEYS[1], KEYS[2]
local mac, attempt, most, pause, keepMs = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local h = redis.call('HMGET', CHALLENGE, 'mac', 'left', 'expires', 'attempt', 'answer', 'value', 'at')
if not h[2] then return { 'expired', 0 } end
if h[4] == attempt then return { h[5], tonumber(h[6]) } end -- a turn that runs again

local function answer(what, value)
  redis.call('HSET', CHALLENGE, 'attempt', attempt, 'answer', what, 'value', value)
  return { what, value }
end
if tonumber(h[2]) <= 0 then return answer('expired', 0) end
local line = redis.call('HMGET', LINE, 'failures', 'at')
local failures, at = tonumber(line[1]) or 0, tonumber(line[2]) or 0
if failures >= most and at + pause > now then return answer('locked', at + pause) end

local left = redis.call('HINCRBY', CHALLENGE, 'left', -1)
if h[1] and h[1] == mac and now < tonumber(h[3]) then
  redis.call('HSET', CHALLENGE, 'left', 0)
  redis.call('HDEL', CHALLENGE, 'mac')
  redis.call('DEL', LINE)
  return answer('right', 0)
end
redis.call('HSET', LINE, 'failures', failures + 1, 'at', now)
redis.call('PEXPIRE', LINE, keepMs)
-- Only a line that got an SMS has a report that shortens its life: what a wrong code hears must not depend on it.
if now >= tonumber(h[7]) + tonumber(ARGV[6]) then return answer('expired', 0) end
return answer('wrong', left)
