-- The open questions of a group, the oldest first, each as its fields and values.
local desk  = KEYS[1] -- [prefix]
local group = ARGV[1] -- [id]
local most  = ARGV[2] -- [number]

local found = {}
for place, id in ipairs(redis.call('ZRANGE', desk .. ':registrations:' .. group, 0, most - 1)) do
  found[place] = redis.call('HGETALL', desk .. ':registration:' .. id)
end
return found
