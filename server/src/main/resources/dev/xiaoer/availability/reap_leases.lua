-- Looks for agents whose lease has ended: at once they get no new buyers; after the grace they are off duty. Answers the
-- agents who are gone and still own conversations, each {agent, LOST | LEFT}, and the events told to those who were put
-- off duty. The lease of one who left was renewed for the last time with that: the same grace.
--
-- If nobody has reaped for a while (Redis was away, all nodes were down, the clock jumped), the leases say nothing about
-- the agents: then nobody is put off duty until there was time to renew.
local desk     = KEYS[1] -- [prefix]
local grace    = ARGV[1] -- [ms] from the end of the lease
local silence  = ARGV[2] -- [ms] without reaping after which leases mean nothing
local patience = ARGV[3] -- [ms] how long to wait then
local id       = ARGV[4] -- [id] of the first event; the next ones count on from it
local event    = ARGV[5] -- [json]

local now = redis_now(desk)
local clock = redis.call('HMGET', desk .. ':clock', 'reaped', 'patient')
local patient = tonumber(clock[2]) or 0
if clock[1] and math.abs(now - clock[1]) > tonumber(silence) then
  patient = now + patience
end
redis.call('HSET', desk .. ':clock', 'reaped', whole(now), 'patient', whole(patient))

local gone, told = {}, {}
for _, agent in ipairs(redis.call('ZRANGEBYSCORE', desk .. ':leases', '-inf', whole(now))) do
  refresh_seat(desk, agent, now)
  local ended = tonumber(redis.call('ZSCORE', desk .. ':leases', agent))
  if ended + grace <= now and patient <= now then
    local seat = desk .. ':seat:' .. agent
    if redis.call('HGET', seat, 'state') ~= 'OFFLINE' then
      redis.call('HSET', seat, 'state', 'OFFLINE', 'since', whole(now), 'gone', 'LOST')
      for group in string.gmatch(redis.call('HGET', seat, 'groups'), '[^,]+') do
        redis.call('SREM', desk .. ':onduty:' .. group, agent)
        redis.call('HINCRBY', desk .. ':versions', group, 1)
      end
      local event_id = id .. '-' .. #told
      told[#told + 1] = {agent, event_id, tell_agent(desk, agent, event_id, now, event)}
    end
    if redis.call('SCARD', desk .. ':owned:' .. agent) > 0 then
      gone[#gone + 1] = {agent, redis.call('HGET', seat, 'gone') or 'LEFT'}
    else
      redis.call('ZREM', desk .. ':leases', agent)
    end
  end
end
return {gone, told}
