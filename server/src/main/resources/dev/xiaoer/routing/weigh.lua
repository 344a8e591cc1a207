-- Who gets how large a share of a group's buyers, from here on. An older version changes nothing.
local desk    = KEYS[1] -- [prefix]
local group   = ARGV[1] -- [id]
local version = ARGV[2] -- [number] of the group's rules
local least   = ARGV[3] -- [number] the smallest weight there is

local now = redis_now(desk)
local weights = desk .. ':weights:' .. group
if tonumber(redis.call('HGET', desk .. ':weighed', group) or 0) >= tonumber(version) then
  return {'KNOWN'}
end
redis.call('HSET', desk .. ':weighed', group, version)
redis.call('DEL', weights)
redis.call('HSET', weights, '*', least)
for i = 4, #ARGV, 2 do
  redis.call('HSET', weights, ARGV[i], ARGV[i + 1]) -- [id], [1..100]
end
for _, agent in ipairs(redis.call('SMEMBERS', desk .. ':onduty:' .. group)) do
  refresh_seat(desk, agent, now)
end
return {'WEIGHED'}
