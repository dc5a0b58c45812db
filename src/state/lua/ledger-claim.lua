-- Gives one due order to whoever asks first, for a while.
-- ARGV 2 how long, ms
local due = tonumber(redis.call('ZSCORE', DUE, member) or 'inf')
if due > now then return false end
if redis.call('EXISTS', ORDER) == 0 then redis.call('ZREM', DUE, member) return false end
redis.call('HSET', ORDER, 'fence', math.max(tonumber(redis.call('HGET', ORDER, 'fence')) + 1, now))
redis.call('HINCRBY', ORDER, 'tries', 1)
redis.call('ZADD', DUE, now + tonumber(ARGV[2]), member)
return row()
