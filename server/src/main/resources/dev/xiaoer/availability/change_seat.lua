-- A supervisor has changed whose buyers an agent takes and how many: it holds at once, whatever the agent's state is.
local desk   = KEYS[1] -- [prefix]
local agent  = ARGV[1] -- [id]
local cap    = ARGV[2] -- [number] how many conversations at once
local groups = ARGV[3] -- [csv]    ids
local name   = ARGV[4] -- [text]   what buyers call the agent

local seat = desk .. ':seat:' .. agent
local known = redis.call('HMGET', seat, 'state', 'groups')
if not known[1] then
  return {'UNKNOWN'}
end
for group in string.gmatch(known[2] or '', '[^,]+') do
  redis.call('ZREM', desk .. ':seats:' .. group, agent)
  redis.call('SREM', desk .. ':onduty:' .. group, agent)
end
redis.call('HSET', seat, 'cap', cap, 'groups', groups, 'name', name)
-- what is being decided on it at this moment is decided again
redis.call('HINCRBY', seat, 'revision', 1)
redis.call('HINCRBY', desk .. ':clock', 'duty', 1)
if known[1] == 'ONLINE' then
  for group in string.gmatch(groups, '[^,]+') do
    redis.call('SADD', desk .. ':onduty:' .. group, agent)
  end
end
refresh_seat(desk, agent, redis_now(desk))
for group in string.gmatch((known[2] or '') .. ',' .. groups, '[^,]+') do
  redis.call('HINCRBY', desk .. ':versions', group, 1)
end
return {'CHANGED'}
