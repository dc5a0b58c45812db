-- Put in front of every script of one-time codes.
-- ARGV 1 now, epoch ms, from a test that moves the time; empty: Redis' own clock, so that all processes count by the same one.
local clock = redis.call('TIME')
local now = tonumber(ARGV[1]) or clock[1] * 1000 + math.floor(clock[2] / 1000)
local DAY = 24 * 3600 * 1000
