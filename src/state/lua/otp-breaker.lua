-- The breaker against SMS pumping: of the last codes of a group, how many were ever typed?
-- KEYS, three for each group: codes asked for (zset by time)  those of them that were completed (zset by the same time)  the last that trickled (string)
-- ARGV 1 now  2 'ask' or 'completed'  3 challenge  4 codes judged  5 of a hundred, completed at least  6 ms until a code is judged
--      7 codes not judged yet and not completed, at most  8 ms between two codes of a group that is limited  9 codes remembered
-- → refused until, or 0
local id, judged, percent, ripeMs = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local mostOpen, trickleMs, keep = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])

if ARGV[2] == 'completed' then
  for i = 1, #KEYS, 3 do
    local at = redis.call('ZSCORE', KEYS[i], id)
    if at then
      redis.call('ZADD', KEYS[i + 1], at, id)
      redis.call('PEXPIRE', KEYS[i + 1], DAY)
    end
  end
  return 0
end

local function isLimited(sent, completed)
  local ripe = now - ripeMs
  local first = redis.call('ZREVRANGEBYSCORE', sent, ripe, '-inf', 'WITHSCORES', 'LIMIT', judged - 1, 1)[2]
  if first then
    local done, all = redis.call('ZCOUNT', completed, first, ripe), redis.call('ZCOUNT', sent, first, ripe)
    if done * 100 < all * percent then return true end
  end
  return redis.call('ZCOUNT', sent, '(' .. ripe, '+inf') - redis.call('ZCOUNT', completed, '(' .. ripe, '+inf') >= mostOpen
end

local limited, refused = {}, 0
for i = 1, #KEYS, 3 do
  if redis.call('ZSCORE', KEYS[i], id) then return 0 end -- a turn that runs again
  for _, key in ipairs({ KEYS[i], KEYS[i + 1] }) do
    redis.call('ZREMRANGEBYSCORE', key, '-inf', now - DAY)
    redis.call('ZREMRANGEBYRANK', key, 0, -(keep + 1))
  end
  if isLimited(KEYS[i], KEYS[i + 1]) then
    limited[#limited + 1] = KEYS[i + 2]
    refused = math.max(refused, (tonumber(redis.call('GET', KEYS[i + 2])) or -trickleMs) + trickleMs)
  end
end
if refused > now then return refused end
for _, key in ipairs(limited) do redis.call('SET', key, now, 'PX', trickleMs) end
for i = 1, #KEYS, 3 do
  redis.call('ZADD', KEYS[i], now, id)
  redis.call('PEXPIRE', KEYS[i], DAY)
end
return 0
