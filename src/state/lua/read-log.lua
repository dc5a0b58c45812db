-- A page of a conversation's log, how far the log goes, and of what kind the last row known is ('' = it is gone).
-- KEYS 1 turn (hash)  2 log (list)  ARGV 1 last position known  2 how many
local logged = tonumber(redis.call('HGET', KEYS[1], 'logged') or 0)
local base = logged - redis.call('LLEN', KEYS[2])
local from = math.max(tonumber(ARGV[1]) - base, 0)
local known = from > 0 and redis.call('LINDEX', KEYS[2], from - 1) or ''
return { base + from + 1, logged, redis.call('LRANGE', KEYS[2], from, from + ARGV[2] - 1), string.sub(known, 1, 1) }
