-- The offers under way that an agent is part of.
local desk  = KEYS[1] -- [prefix]
local agent = ARGV[1] -- [id]

local ids = {}
for _, id in ipairs(redis.call('HVALS', desk .. ':transferring')) do
  local known = redis.call('HMGET', desk .. ':transfer:' .. id, 'from', 'to')
  if known[1] == agent or known[2] == agent then
    ids[#ids + 1] = id
  end
end
return ids
