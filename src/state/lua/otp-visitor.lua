-- How many lines one visitor asks codes for. A line that they proved counts no more.
-- KEYS 1 lines asked for and not proved (zset by time)  2 lines proved (zset by time)
-- ARGV 1 now  2 'ask' or 'proved'  3 line  4 lines a day  5 how long a proof is remembered, ms
-- → refused until (or 0), whether this visitor proved any line
local OPEN, PROVED = unpack(KEYS)
local line, most, keepMs = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
redis.call('ZREMRANGEBYSCORE', OPEN, '-inf', now - DAY)
redis.call('ZREMRANGEBYSCORE', PROVED, '-inf', now - keepMs)
if ARGV[2] == 'proved' then
  redis.call('ZREM', OPEN, line)
  redis.call('ZADD', PROVED, now, line)
  redis.call('PEXPIRE', PROVED, keepMs)
  return { 0, 1 }
end
local proved = redis.call('EXISTS', PROVED)
if redis.call('ZSCORE', PROVED, line) or redis.call('ZSCORE', OPEN, line) then return { 0, proved } end
if redis.call('ZCARD', OPEN) >= most then return { tonumber(redis.call('ZRANGE', OPEN, 0, 0, 'WITHSCORES')[2]) + DAY, proved } end
redis.call('ZADD', OPEN, now, line)
redis.call('PEXPIRE', OPEN, DAY)
return { 0, proved }
