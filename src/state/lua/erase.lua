-- Forgets a conversation at once: its keys, and its place in the shard's indexes. A turn that is under way loses its fence, and keeps nothing.
-- KEYS 1 due (zset)  2 asides (zset)  3… what belongs to the conversation  ARGV 1 conversation
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
local gone = 0
for i = 3, #KEYS do gone = gone + redis.call('DEL', KEYS[i]) end
return gone
