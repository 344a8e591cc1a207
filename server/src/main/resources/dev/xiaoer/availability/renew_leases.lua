-- The agents named are connected to the node that says so. One whose lease had ended takes buyers again; who is away has
-- one too, since buyers served lately come back to who is hung up.
local desk  = KEYS[1] -- [prefix]
local lease = ARGV[1] -- [ms]

local now = redis_now(desk)
for i = 2, #ARGV do
  local agent = ARGV[i] -- [id]
  local state = redis.call('HGET', desk .. ':seat:' .. agent, 'state')
  if state and state ~= 'OFFLINE' then
    local before = redis.call('ZSCORE', desk .. ':leases', agent)
    redis.call('ZADD', desk .. ':leases', whole(now + lease), agent)
    if not before or tonumber(before) <= now then
      refresh_seat(desk, agent, now)
    end
  end
end
return {'RENEWED'}
