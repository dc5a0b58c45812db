-- Who takes part in something at about the same time.
-- KEYS 1 processes (zset by time)
-- ARGV 1 this process  2 how long one counts that says nothing, ms
-- → how many there are, this one included
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('ZCARD', KEYS[1])
