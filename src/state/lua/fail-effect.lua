-- The effect was not done, for certain. KEYS 1 effect (string)
if redis.call('GET', KEYS[1]) ~= 'begun' then return 0 end
redis.call('SET', KEYS[1], 'failed', 'KEEPTTL')
return 1
