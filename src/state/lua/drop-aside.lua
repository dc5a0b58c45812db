-- An entry was replayed. KEYS 1 aside (list)  2 asides (zset)  ARGV 1 entry  2 conversation
redis.call('LREM', KEYS[1], 1, ARGV[1])
if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('ZREM', KEYS[2], ARGV[2]) end
