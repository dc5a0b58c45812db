-- Writes an order into the journal and gives the right to send it, once: whoever comes later learns what became of it.
-- The caller who did not hear the answer asks again, with the name that it gave itself: while nobody else had the order, the right is still its own.
-- ARGV 2 order  3 print  4 sealed order  5 until when the request may be under way, ms from now  6 how many limits  7 who opens it
--      8… each limit: name, orders a day, minor units a day (-1: no limit), amount of this order
local print, limits = ARGV[3], tonumber(ARGV[6])
local known = redis.call('HGET', ORDER, 'print')
if known and known ~= print then return { 'other' } end
if known then
  local state, tries, opener, at = unpack(redis.call('HMGET', ORDER, 'state', 'tries', 'opener', 'at'))
  if state == 'sent' and tries == '1' and opener == ARGV[7] then
    redis.call('ZADD', DUE, now + tonumber(ARGV[5]), member) -- the request begins only now: nobody looks after it before it can have ended
    return { 'opened', tonumber(at) }
  end
  return { 'known', row() }
end

local function limitAt(i)
  local from = 8 + i * 4
  return ARGV[from], tonumber(ARGV[from + 1]), tonumber(ARGV[from + 2]), tonumber(ARGV[from + 3])
end
for i = 0, limits - 1 do
  local name, count, minor, amount = limitAt(i)
  local spent = redis.call('HMGET', DAY, name .. ':count', name .. ':minor')
  if count >= 0 and (tonumber(spent[1]) or 0) + 1 > count then return { 'limit', i } end
  if minor >= 0 and (tonumber(spent[2]) or 0) + amount > minor then return { 'limit', i } end
end

local counted = {}
for i = 0, limits - 1 do
  local name, _, _, amount = limitAt(i)
  redis.call('HINCRBY', DAY, name .. ':count', 1)
  redis.call('HINCRBY', DAY, name .. ':minor', amount)
  counted[#counted + 1] = { name, amount }
end
if limits > 0 then redis.call('PEXPIRE', DAY, 48 * 3600 * 1000) end

redis.call('HSET', ORDER, 'state', 'sent', 'print', print, 'asked', ARGV[4], 'at', now, 'fence', now, 'tries', 1,
  'opener', ARGV[7], 'day', limits > 0 and DAY or '', 'counted', cjson.encode(counted))
redis.call('ZREMRANGEBYSCORE', ORDERS, '-inf', now - KEEP_MS)
redis.call('ZADD', ORDERS, now, ARGV[2])
redis.call('PEXPIRE', ORDERS, KEEP_MS)
redis.call('ZADD', DUE, now + tonumber(ARGV[5]), member)
return { 'opened', now } -- all the rest the caller has just written
