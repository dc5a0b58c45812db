-- Keeps the MAC of the code that was made last, or shortens its life when the SMS was reported delivered.
-- KEYS 1 challenge (hash)  ARGV 1 'made' or 'delivered'  2 MAC, or life from delivery, ms
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
if ARGV[1] == 'made' then
  if tonumber(redis.call('HGET', KEYS[1], 'left')) > 0 then redis.call('HSET', KEYS[1], 'mac', ARGV[2]) end
  return 1
end
if redis.call('HSETNX', KEYS[1], 'delivered', 1) == 0 then return 1 end
local clock = redis.call('TIME')
local ends = clock[1] * 1000 + math.floor(clock[2] / 1000) + tonumber(ARGV[2])
redis.call('HSET', KEYS[1], 'expires', math.min(ends, tonumber(redis.call('HGET', KEYS[1], 'expires'))))
return 1
