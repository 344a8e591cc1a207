-- An agent stands in any state, as if its room had put the agent there; the lease is young again.
local desk  = KEYS[1] -- [prefix]
local agent = ARGV[1] -- [id]
local state = ARGV[2]
local lease = ARGV[3] -- [ms]

local now = redis_now(desk)
local seat = desk .. ':seat:' .. agent
redis.call('HSET', seat, 'state', state)
redis.call('ZADD', desk .. ':leases', whole(now + lease), agent)
for group in string.gmatch(redis.call('HGET', seat, 'groups') or '', '[^,]+') do
  redis.call(state == 'ONLINE' and 'SADD' or 'SREM', desk .. ':onduty:' .. group, agent)
end
refresh_seat(desk, agent, now)
return {'STANDS'}
