-- Compares a code: at most three times a challenge, at most ten failures in a row, then once in a quarter of an hour.
-- KEYS 1 challenge (hash)  2 failures that count: of the line by anybody, or of step-ups in one chat (hash)  3 whether the line was proved (string)
-- ARGV 1 now  2 MAC of the typed code  3 attempt  4 failures in a row allowed  5 pause after that, ms  6 life of the counter, ms
--      7 how long the customer was told that the code is good, ms  8 how long it is remembered that the line was proved, ms
-- → status, value, whether it is a repetition
local CHALLENGE, LINE, PROVED = unpack(KEYS)
local mac, attempt, most, pause, keepMs = ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local h = redis.call('HMGET', CHALLENGE, 'mac', 'left', 'expires', 'attempt', 'answer', 'value', 'at', 'ends')
if not h[2] then return { 'expired', 0, 0 } end
if h[4] == attempt then return { h[5], tonumber(h[6]), 1 } end -- a turn that runs again
if now >= tonumber(h[8] or h[3]) then return { 'expired', 0, 0 } end -- as if Redis had dropped it already

local function answer(what, value)
  redis.call('HSET', CHALLENGE, 'attempt', attempt, 'answer', what, 'value', value)
  return { what, value, 0 }
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
  redis.call('SET', PROVED, 1, 'PX', ARGV[8])
  return answer('right', 0)
end
redis.call('HSET', LINE, 'failures', failures + 1, 'at', now)
redis.call('PEXPIRE', LINE, keepMs)
-- "Two tries left" would be untrue for a line that has one failure to go, and after the last one there is a pause.
local remain = most - failures - 1
if remain <= 0 then return answer('locked', now + pause) end
-- Only a line that got an SMS has a report that shortens its life: what a wrong code hears must not depend on it.
if now >= tonumber(h[7]) + tonumber(ARGV[7]) then return answer('expired', 0) end
return answer('wrong', math.min(left, remain))
