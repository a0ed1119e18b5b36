-- KEYS: answer, turn. ARGV: token, total time (milliseconds), then names and values of the fields
-- Whoever has lost the turn keeps its answer all the same: it is as good as any
local fields = {}
for i = 3, #ARGV do
  fields[#fields + 1] = ARGV[i]
end
local said = redis.pcall('HSET', KEYS[1], unpack(fields))
if type(said) == 'table' and string.sub(said.err, 1, 9) == 'WRONGTYPE' then
  redis.call('DEL', KEYS[1])
  said = redis.pcall('HSET', KEYS[1], unpack(fields))
end
local kept = type(said) ~= 'table'
if kept then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
if redis.pcall('GET', KEYS[2]) == ARGV[1] then
  redis.call('DEL', KEYS[2])
end
if not kept and string.sub(said.err, 1, 3) ~= 'OOM' then
  return said
end
return kept and 1 or 0
