-- Makes room for a file that waits, at the cost of those that wait longest; or says that one is gone.
-- KEYS 1 files that wait (zset by when they came)  2 their sizes (hash)  3 the sum of them (string)
-- ARGV 1 now  2 file (its key)  3 its bytes, 0 when it is gone  4 bytes of all, at most  5 how long a file waits, ms  6 files looked at in one go
-- → keys of files to be deleted
local WAITING, SIZES, SUM = unpack(KEYS)
local file, bytes, most, keepMs, atOnce = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])

local function forget(which)
  local size = redis.call('HGET', SIZES, which)
  if not size then return end
  redis.call('HDEL', SIZES, which)
  redis.call('ZREM', WAITING, which)
  redis.call('DECRBY', SUM, size)
end

for _, over in ipairs(redis.call('ZRANGEBYSCORE', WAITING, '-inf', now - keepMs, 'LIMIT', 0, atOnce)) do forget(over) end
forget(file)
if bytes == 0 then return {} end

redis.call('ZADD', WAITING, now, file)
redis.call('HSET', SIZES, file, bytes)
local sum, gone = redis.call('INCRBY', SUM, bytes), {}
for _, oldest in ipairs(redis.call('ZRANGE', WAITING, 0, atOnce - 1)) do
  if sum <= most or oldest == file then break end
  sum = sum - redis.call('HGET', SIZES, oldest)
  forget(oldest)
  gone[#gone + 1] = oldest
end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, keepMs) end
return gone
