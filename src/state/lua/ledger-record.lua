-- Writes what became of an order. Done and refused are final, whoever found out; a doubt counts only under the newest fence.
-- ARGV 2 fence  3 state  4 sealed outcome, or ''  5 when it is looked at next, ms from now
local fence, state = tonumber(ARGV[2]), ARGV[3]
local is = redis.call('HMGET', ORDER, 'state', 'fence', 'day', 'counted')
if not is[1] then return { 'gone' } end
if isOver(is[1]) or (not isOver(state) and tonumber(is[2]) > fence) then return { 'known', row() } end

redis.call('HSET', ORDER, 'state', state)
if isOver(state) then redis.call('HSET', ORDER, 'outcome', ARGV[4], 'settledAt', now) end
if state == 'refused' and is[3] ~= '' and redis.call('EXISTS', is[3]) == 1 then -- same tag as the order
  for _, each in ipairs(cjson.decode(is[4])) do
    redis.call('HINCRBY', is[3], each[1] .. ':count', -1)
    redis.call('HINCRBY', is[3], each[1] .. ':minor', -each[2])
  end
end
redis.call('ZADD', DUE, now + tonumber(ARGV[5]), member)
return { 'recorded', now }
