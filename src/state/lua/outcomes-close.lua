-- Turns the steps of a conversation that went quiet into facts, all of them once. 0: something was said meanwhile, or another process was faster.
-- KEYS 1 open, 2 steps, 3 closed, 4 facts. ARGV 1 chat, 2 score, 3 number of fields, 4 last number, 5 sealed id, 6 oldest to keep, 7 life, 8 life of facts, 9… facts
local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not score or tonumber(score) ~= tonumber(ARGV[2]) or redis.call('HLEN', KEYS[2]) ~= tonumber(ARGV[3]) then return 0 end
for i = 9, #ARGV do redis.call('XADD', KEYS[4], '*', 'fact', ARGV[i], 'id', ARGV[5]) end
redis.call('XTRIM', KEYS[4], 'MINID', '~', ARGV[6])
redis.call('PEXPIRE', KEYS[4], ARGV[8])
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('SET', KEYS[3], ARGV[4], 'PX', ARGV[7])
return 1
