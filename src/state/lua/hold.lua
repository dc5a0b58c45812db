-- Keep the turn for another leaseMs: a long turn renews; a failed one waits out its back-off; 0 hands it to the sweeper.
-- ARGV 5 fence  6 'begun' counts a run, 'threw' counts its failure, 'unrun' takes a counted run back, '' is only time
if h.fence ~= tonumber(ARGV[5]) or h.lease == 0 then return 0 end
h.lease = now + leaseMs
if ARGV[6] == 'begun' then h.tries = h.tries + 1
elseif ARGV[6] == 'threw' then h.throws = h.throws + 1
elseif ARGV[6] == 'unrun' then h.tries = math.max(h.tries - 1, 0) end
save()
return 1
