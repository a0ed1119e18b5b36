-- KEYS: answer, turn, refusal. ARGV: token, how long a turn lasts, how old an answer may be in any case (milliseconds)
-- What has another type or no end is none of ours: it goes. The last element of the reply says how often that was
local garbage = 0
local function drop(key)
  redis.call('DEL', key)
  garbage = garbage + 1
end

local refusal = redis.pcall('GET', KEYS[3])
if refusal then
  local left = redis.call('PTTL', KEYS[3])
  if type(refusal) == 'string' and left > 0 then
    return {'refused', refusal, left, garbage}
  elseif left ~= -2 then
    drop(KEYS[3])
  end
end

local entry = redis.pcall('HMGET', KEYS[1], 'id', 'total', 'fresh', 'open', 'checked', 'head', 'body')
local left = redis.call('PTTL', KEYS[1])
local total, fresh = tonumber(entry[2] or ''), tonumber(entry[3] or '')
if left ~= -2 and (entry.err or left == -1 or not total or not fresh or total < left) then
  drop(KEYS[1])
  entry, left = {}, -2
end
local there = left ~= -2 and entry[1] and entry[6] and entry[7] and entry[7] ~= ''
local age = there and total - left or 0

local function reply(state, with)
  if there and with then
    return {state, age, entry[1], entry[6], entry[7], garbage}
  end
  return {state, garbage}
end

-- true if the turn is this token's, false if it is another's, nil if there is no room to write that down
local function take()
  local said = redis.pcall('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2])
  if said and said.err then
    if string.sub(said.err, 1, 3) == 'OOM' then
      return nil
    end
    redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2])
  end
  if not said and redis.call('PTTL', KEYS[2]) == -1 then
    drop(KEYS[2])
    return take()
  end
  return said and true or false
end

local allowed = fresh and math.max(fresh, tonumber(ARGV[3])) or 0
if there and fresh >= 0 and age < allowed then
  -- The last tenth is for whoever comes first to ask the source again, while the answer still serves the others
  if age * 10 >= allowed * 9 and take() then
    return reply('ageing', true)
  end
  return reply('fresh', true)
end
local checked = entry[5] == '1'
if entry[4] == '1' then
  return reply('open', checked)
end
local mine = take()
if mine == nil then
  return reply('full', checked)
end
return reply(mine and 'mine' or 'theirs', mine and checked)
