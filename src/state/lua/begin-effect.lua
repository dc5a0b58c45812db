-- May this effect be done? KEYS 1 effect (string)  ARGV 1 'repeat' or 'never'  2 life of the record, ms
local record = redis.call('GET', KEYS[1])
if record and record ~= 'begun' and record ~= 'failed' then return record end -- done: the sealed result
if record == 'begun' and ARGV[1] == 'never' then return 'unknown' end
redis.call('SET', KEYS[1], 'begun', 'PX', ARGV[2])
return 'go'
