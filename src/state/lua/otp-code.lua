-- Keeps the MAC of the code that was made last, or shortens its life when the SMS was reported delivered.
-- KEYS 1 challenge (hash)  ARGV 1 now  2 'made' or 'delivered'  3 MAC, or life from delivery, ms
-- → whether the challenge can still be answered
local left = tonumber(redis.call('HGET', KEYS[1], 'left'))
if not left or left <= 0 then return 0 end
if ARGV[2] == 'made' then
  redis.call('HSET', KEYS[1], 'mac', ARGV[3])
  return 1
end
if redis.call('HSETNX', KEYS[1], 'delivered', 1) == 0 then return 1 end
redis.call('HSET', KEYS[1], 'expires', math.min(now + tonumber(ARGV[3]), tonumber(redis.call('HGET', KEYS[1], 'expires'))))
return 1
