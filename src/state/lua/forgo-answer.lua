-- Nobody waits for this answer any more: later replies go out by themselves. One that is already there is handed over.
-- KEYS 1 answer (string)  ARGV 1 how long to remember, ms
redis.call('SET', KEYS[1], 'late', 'NX', 'PX', ARGV[1])
return redis.call('GET', KEYS[1])
