-- Keeps steps of conversations that are still going on. A step of a stretch that has closed already is one that came again.
-- KEYS 1 open, then of each step: 2 steps, 3 closed. ARGV 1 life, then of each step: 2 number, 3 at, 4 step, 5 sealed id, 6 chat
local OPEN, life = KEYS[1], ARGV[1]
for i = 0, (#KEYS - 3) / 2 do
  local steps, closed = KEYS[2 + 2 * i], KEYS[3 + 2 * i]
  local number, at, step, id, chat = unpack(ARGV, 2 + 5 * i, 6 + 5 * i)
  local last = redis.call('GET', closed)
  if not last or tonumber(number) > tonumber(last) then
    redis.call('HSET', steps, number, step, 'id', id)
    redis.call('PEXPIRE', steps, life)
    redis.call('ZADD', OPEN, 'GT', at, chat)
    redis.call('PEXPIRE', OPEN, life)
  end
end
