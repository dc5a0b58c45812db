-- Replies went out, in order. Hands back the next ones, or lets go of the pen.
-- ARGV 5 pen  6 last reply settled  7 why that one was given up, or ''  8 pause before the next sending, ms
if h.pen ~= tonumber(ARGV[5]) or h.penLease == 0 then return false end
local last, pause = tonumber(ARGV[6]), tonumber(ARGV[8])
local gone = last - (h.seq - redis.call('LLEN', OUT))
if gone > 0 then
  local rows = redis.call('LPOP', OUT, gone)
  if ARGV[7] ~= '' then
    setAside({ kind = 'reply', number = last, delivery = '', tries = gone == 1 and h.penTries or 1, throws = 0, reason = ARGV[7], what = rows[#rows] })
  end
  h.penTries = 1
end
local pen = penOf()
if not pen then h.penLease, h.penTries = 0, 0
elseif pause > 0 then h.penLease, pen = now + pause, false
else h.penLease = now + leaseMs end
save()
return pen
