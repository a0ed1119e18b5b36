-- KEYS: answer, turn. ARGV: token, id, total time (milliseconds), then names and values of the fields that change
local kept = 1
if redis.pcall('HGET', KEYS[1], 'id') == ARGV[2] then
  local fields = {}
  for i = 4, #ARGV do
    fields[#fields + 1] = ARGV[i]
  end
  local said = redis.pcall('HSET', KEYS[1], unpack(fields))
  if type(said) == 'table' then
    kept = 0
  else
    redis.call('PEXPIRE', KEYS[1], ARGV[3])
  end
end
if redis.pcall('GET', KEYS[2]) == ARGV[1] then
  redis.call('DEL', KEYS[2])
end
return kept
