-- KEYS: the times of the calls, oldest first. ARGV: how many calls, in how long (milliseconds)
-- By the clock of this server, in microseconds: those of the replicas may differ
local calls, period = tonumber(ARGV[1]), tonumber(ARGV[2]) * 1000
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])

local function oldest(index)
  local at = redis.call('LINDEX', KEYS[1], index)
  return at and (tonumber(at) or 0)
end

if type(redis.pcall('LLEN', KEYS[1])) == 'table' then
  redis.call('DEL', KEYS[1])
end
local at = oldest(0)
while at and at <= now - period do
  redis.call('LPOP', KEYS[1])
  at = oldest(0)
end
local made = redis.call('LLEN', KEYS[1])
if made >= calls then
  -- A clock that was set back makes nobody wait longer than the period
  return math.max(1, math.min(period, math.ceil(oldest(made - calls) + period - now)))
end
local said = redis.pcall('RPUSH', KEYS[1], string.format('%.0f', now))
if type(said) == 'table' then
  return said
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 0
