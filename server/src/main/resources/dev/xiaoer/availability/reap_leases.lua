-- Looks for agents whose lease has ended: at once they get no new buyers. Answers those whose grace is over too. Who is
-- away stays so without a connection, and is not looked at again.
--
-- If nobody has reaped for a while (Redis was away, all nodes were down, the clock jumped), the leases say nothing about
-- the agents: then nobody is put off duty until there was time to renew.
local desk     = KEYS[1] -- [prefix]
local grace    = ARGV[1] -- [ms] from the end of the lease
local silence  = ARGV[2] -- [ms] without reaping after which leases mean nothing
local patience = ARGV[3] -- [ms] how long to wait then

local now = redis_now(desk)
local clock = redis.call('HMGET', desk .. ':clock', 'reaped', 'patient')
local patient = tonumber(clock[2]) or 0
if clock[1] and math.abs(now - clock[1]) > tonumber(silence) then
  patient = now + patience
end
redis.call('HSET', desk .. ':clock', 'reaped', whole(now), 'patient', whole(patient))

local lost = {}
for _, agent in ipairs(redis.call('ZRANGEBYSCORE', desk .. ':leases', '-inf', whole(now))) do
  refresh_seat(desk, agent, now)
  local ended = tonumber(redis.call('ZSCORE', desk .. ':leases', agent))
  if ended + grace <= now and patient <= now then
    local state = redis.call('HGET', desk .. ':seat:' .. agent, 'state')
    if state == 'ONLINE' or state == 'DRAINING' then
      lost[#lost + 1] = agent
    else
      redis.call('ZREM', desk .. ':leases', agent)
    end
  end
end
return lost
