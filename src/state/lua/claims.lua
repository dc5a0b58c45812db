-- How often a contract and a document may be tried together: by contract, by document and by visitor. Who is signed in is not touched.
-- KEYS 1 tries of the visitor (zset by time)  2 failures for the contract (zset)  3 failures for the document (zset)
-- ARGV 1 now  2 'try', 'right' or 'right-counts' (it stays a try of the visitor)  3 attempt  4 tries a visitor has  5 in so many ms  6 failures for one contract or document in a day
--      7 pause between two tries after that, ms
-- → refused until, or 0
local VISITOR, CONTRACT, DOCUMENT = unpack(KEYS)
local id, mostTries, windowMs = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
local mostFailures, pauseMs = tonumber(ARGV[6]), tonumber(ARGV[7])

if ARGV[2] ~= 'try' then
  if ARGV[2] == 'right' then redis.call('ZREM', VISITOR, id) end
  redis.call('DEL', CONTRACT, DOCUMENT)
  return 0
end
if redis.call('ZSCORE', VISITOR, id) then return 0 end -- a turn that runs again

redis.call('ZREMRANGEBYSCORE', VISITOR, '-inf', now - windowMs)
local refused = 0
if redis.call('ZCARD', VISITOR) >= mostTries then
  refused = tonumber(redis.call('ZRANGE', VISITOR, 0, 0, 'WITHSCORES')[2]) + windowMs
end
for _, key in ipairs({ CONTRACT, DOCUMENT }) do
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - DAY)
  if redis.call('ZCARD', key) >= mostFailures then
    refused = math.max(refused, tonumber(redis.call('ZREVRANGE', key, 0, 0, 'WITHSCORES')[2]) + pauseMs)
  end
end
if refused > now then return refused end

redis.call('ZADD', VISITOR, now, id)
redis.call('PEXPIRE', VISITOR, windowMs)
for _, key in ipairs({ CONTRACT, DOCUMENT }) do
  redis.call('ZADD', key, now, id)
  redis.call('ZREMRANGEBYRANK', key, 0, -(mostFailures + 1))
  redis.call('PEXPIRE', key, DAY)
end
return 0
