-- Keeps one step of a conversation that is still going on. A step of a stretch that has closed already is one that came again.
-- KEYS 1 open, 2 steps, 3 closed. ARGV 1 number, 2 at, 3 step, 4 sealed id, 5 life, 6 chat
local last = redis.call('GET', KEYS[3])
if last and tonumber(ARGV[1]) <= tonumber(last) then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3], 'id', ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[5])
redis.call('ZADD', KEYS[1], 'GT', ARGV[2], ARGV[6])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return 1
