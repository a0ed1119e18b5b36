-- KEYS: answer. ARGV: id
if redis.pcall('HGET', KEYS[1], 'id') == ARGV[1] then
  redis.call('DEL', KEYS[1])
end
return 1
