-- Begins a challenge, if the limits of this visitor and of this line allow another code.
-- KEYS 1 challenge (hash)  2 codes sent to this line by this visitor (zset by time)  3 by anybody (zset; the same key for a step-up)
--      4 failures that count (hash)  5 whether the line was proved before (string)
-- ARGV 1 now  2 'look' (begin nothing yet) or 'begin'  3 challenge  4… limits, ms and counts: see codes/line.ts
-- → status, at, again, last, known, open, promised. `at`: promised until, or refused until. `last`: nothing more until then, or 0.
--   `open`: where it is refused, this visitor's last challenge of the line, if its code can still be typed (until `promised`), or ''.
local CHALLENGE, MINE, ALL, LINE, PROVED = unpack(KEYS)
local what, id, promisedMs, mostMs = ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
local windowMs, perWindow, perDay, perLine = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
local mostFailures, failurePause = tonumber(ARGV[10]), tonumber(ARGV[11])
local function pauseAfter(sent) return tonumber(ARGV[11 + sent]) end -- 30, 60, 120 s after the first, second, third

local known = redis.call('EXISTS', PROVED)
local function answer(status, at, again, last, open, promised) return { status, at, again or 0, last or 0, known, open or '', promised or 0 } end
local begun = redis.call('HMGET', CHALLENGE, 'at', 'again', 'last')
if begun[1] then return answer('begun', tonumber(begun[1]) + promisedMs, tonumber(begun[2]), tonumber(begun[3])) end

-- A code for a locked line could not be used: it is not sent, and the wait is said.
local line = redis.call('HMGET', LINE, 'failures', 'at')
if (tonumber(line[1]) or 0) >= mostFailures and tonumber(line[2]) + failurePause > now then return answer('wait', tonumber(line[2]) + failurePause) end

for _, key in ipairs({ MINE, ALL }) do redis.call('ZREMRANGEBYSCORE', key, '-inf', now - DAY) end
-- A line that got no SMS has no report either: what is looked at here must not depend on it.
local function refuse(status, at, ends)
  local mine = redis.call('ZREVRANGE', MINE, 0, 0)[1]
  local h = mine and redis.call('HMGET', string.sub(CHALLENGE, 1, -#id - 1) .. mine, 'at', 'left', 'last') or {}
  local promised = h[1] and tonumber(h[1]) + promisedMs or 0
  if promised <= now or tonumber(h[2]) <= 0 then return answer(status, at) end
  return answer(status, at, at, math.max(ends, tonumber(h[3])), mine, promised)
end
local function oldestOfLast(key, n) -- when the n-th last code was sent, if there were so many
  local found = redis.call('ZREVRANGE', key, n - 1, n - 1, 'WITHSCORES')
  return found[2] and tonumber(found[2])
end
local daily = { { MINE, perDay }, { ALL, perLine } }
local full = 0
for _, limit in ipairs(daily) do full = math.max(full, (oldestOfLast(limit[1], limit[2]) or -DAY) + DAY) end
if full > 0 then return refuse('today', full, full) end
local recent = redis.call('ZCOUNT', MINE, '(' .. now - windowMs, '+inf')
local freed = recent >= perWindow and oldestOfLast(MINE, perWindow) + windowMs
if freed then return refuse('wait', freed, freed) end
local last = oldestOfLast(MINE, 1)
if recent > 0 and last + pauseAfter(recent) > now then return refuse('wait', last + pauseAfter(recent), 0) end
if what == 'look' then return answer('free', 0) end

for _, key in ipairs({ MINE, ALL }) do
  redis.call('ZADD', key, now, id)
  redis.call('PEXPIRE', key, DAY)
end
local again, ends = now + pauseAfter(recent + 1), 0
if recent + 1 >= perWindow then
  again = math.max(again, oldestOfLast(MINE, perWindow) + windowMs)
  ends = again
end
for _, limit in ipairs(daily) do
  local first = oldestOfLast(limit[1], limit[2])
  if first then
    again = math.max(again, first + DAY)
    ends = again
  end
end
redis.call('HSET', CHALLENGE, 'at', now, 'again', again, 'last', ends, 'left', 3, 'expires', now + mostMs, 'ends', now + mostMs)
redis.call('PEXPIRE', CHALLENGE, mostMs)
return answer('begun', now + promisedMs, again, ends)
