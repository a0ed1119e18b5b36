-- KEYS: refusal, turn. ARGV: token, how long (milliseconds), the reason
local said = redis.pcall('SET', KEYS[1], ARGV[3], 'PX', ARGV[2])
if redis.pcall('GET', KEYS[2]) == ARGV[1] then
  redis.call('DEL', KEYS[2])
end
return said.err and 0 or 1
