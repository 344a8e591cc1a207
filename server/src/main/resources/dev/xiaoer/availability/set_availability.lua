-- An agent goes on or off duty. Saying what is so already changes nothing but renews the lease.
local desk   = KEYS[1] -- [prefix]
local agent  = ARGV[1] -- [id]
local state  = ARGV[2] -- ONLINE | OFFLINE
local cap    = ARGV[3] -- [number] how many conversations at once
local groups = ARGV[4] -- [csv]    ids
local name   = ARGV[5] -- [text]   what buyers call the agent
local lease  = ARGV[6] -- [ms]
local id     = ARGV[7] -- [id]     of the event
local event  = ARGV[8] -- [json]

local now = redis_now(desk)
local seat = desk .. ':seat:' .. agent
local known = redis.call('HMGET', seat, 'state', 'groups', 'seq')
for group in string.gmatch(known[2] or '', '[^,]+') do
  redis.call('ZREM', desk .. ':seats:' .. group, agent)
  redis.call('SREM', desk .. ':onduty:' .. group, agent)
end
redis.call('HSET', seat, 'state', state, 'cap', cap, 'groups', groups, 'name', name)
redis.call('HDEL', seat, 'gone')
redis.call('HSETNX', seat, 'load', 0)
redis.call('HSETNX', seat, 'given', 0)
redis.call('ZADD', desk .. ':leases', whole(now + lease), agent)
if state == 'ONLINE' then
  for group in string.gmatch(groups, '[^,]+') do
    redis.call('SADD', desk .. ':onduty:' .. group, agent)
  end
end
refresh_seat(desk, agent, now)
if known[1] == state then
  return {'KEPT', tonumber(known[3]), now}
end
for group in string.gmatch((known[2] or '') .. ',' .. groups, '[^,]+') do
  redis.call('HINCRBY', desk .. ':versions', group, 1)
end
redis.call('HSET', seat, 'since', whole(now))
return {'CHANGED', tell_agent(desk, agent, id, now, event)}
