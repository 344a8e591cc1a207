-- The agents whose waiting buyers are to be routed again, each {agent, LOST | LEFT | OVERDUE | BREAK, now, groups}. Whom
-- an agent on a break has left waiting for how long, only the conversations know.
local desk = KEYS[1] -- [prefix]

local now = redis_now(desk)
local gone = {}
local function add(agent, why)
  local groups = redis.call('HGET', desk .. ':seat:' .. agent, 'groups')
  gone[#gone + 1] = {agent, why, now, groups or ''}
end
for _, agent in ipairs(redis.call('ZRANGEBYSCORE', desk .. ':leaving', '-inf', whole(now))) do
  if redis.call('SCARD', desk .. ':owned:' .. agent) > 0 then
    add(agent, redis.call('HGET', desk .. ':seat:' .. agent, 'gone') or 'LEFT')
  else
    redis.call('ZREM', desk .. ':leaving', agent)
  end
end
for _, agent in ipairs(redis.call('ZRANGE', desk .. ':breaks', 0, -1)) do
  if redis.call('HGET', desk .. ':seat:' .. agent, 'state') == 'ON_BREAK'
    and redis.call('SCARD', desk .. ':owned:' .. agent) > 0 then
    add(agent, 'BREAK')
  end
end
return gone
