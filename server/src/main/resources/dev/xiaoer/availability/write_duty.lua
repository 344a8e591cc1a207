-- Writes what was decided on a seat, if all that it was decided on is still so: state, timers, line for breaks, the
-- agent's day, and what everybody is told. Answers {'WRITTEN', seq of the agent's topic, now, told, supervisors}, told as
-- {agent, id, appended} each and supervisors as {id, appended}.
local desk   = KEYS[1] -- [prefix]
local agent  = ARGV[1] -- [id]
local id     = ARGV[2] -- [id]   of the first event; the next ones count on from it
local change = cjson.decode(ARGV[3]) -- [json] see RedisDuties.Written

local now = redis_now(desk)
local seat = desk .. ':seat:' .. agent
local known = redis.call('HMGET', seat, 'state', 'groups', 'revision')
local lease = redis.call('ZSCORE', desk .. ':leases', agent)
if (known[3] or '0') ~= change.revision
  or redis.call('SCARD', desk .. ':owned:' .. agent) ~= change.open
  or (change.shared ~= '' and (redis.call('HGET', desk .. ':clock', 'duty') or '0') ~= change.shared)
  or (change.silent ~= '' and lease and lease + change.silent > now) then
  return {'STALE'}
end

local events = 0
local function next_id()
  events = events + 1
  return id .. '-' .. events
end

local was = known[1] or 'OFFLINE'
for group in string.gmatch(known[2] or '', '[^,]+') do
  redis.call('ZREM', desk .. ':seats:' .. group, agent)
  redis.call('SREM', desk .. ':onduty:' .. group, agent)
end
for field, value in pairs(change.set) do
  redis.call('HSET', seat, field, value)
end
for _, field in ipairs(change.cleared) do
  redis.call('HDEL', seat, field)
end
redis.call('HSETNX', seat, 'load', 0)
redis.call('HSETNX', seat, 'given', 0)
redis.call('HINCRBY', seat, 'revision', 1)
redis.call('HINCRBY', desk .. ':clock', 'duty', 1)
local state = redis.call('HGET', seat, 'state')
local groups = redis.call('HGET', seat, 'groups') or ''
if state == 'ONLINE' then
  for group in string.gmatch(groups, '[^,]+') do
    redis.call('SADD', desk .. ':onduty:' .. group, agent)
  end
end
if state == 'OFFLINE' then
  redis.call('ZREM', desk .. ':leases', agent)
elseif change.lease ~= '' then
  redis.call('ZADD', desk .. ':leases', whole(now + change.lease), agent)
end
if change.moved then
  if change.routed == '' then
    redis.call('ZREM', desk .. ':leaving', agent)
  else
    redis.call('ZADD', desk .. ':leaving', change.routed, agent)
  end
end
refresh_seat(desk, agent, now)
if state ~= was then
  for group in string.gmatch((known[2] or '') .. ',' .. groups, '[^,]+') do
    redis.call('HINCRBY', desk .. ':versions', group, 1)
  end
  local day = desk .. ':day:' .. agent
  redis.call('ZADD', day, whole(now), redis.call('HGET', seat, 'revision') .. ' ' .. change.interval)
  redis.call('ZREMRANGEBYSCORE', day, '-inf', whole(now - change.kept))
end

for _, timer in ipairs(change.cancelled) do
  cancel_timer(desk, timer.kind, timer.subject)
end
for _, timer in ipairs(change.armed) do
  arm_timer(desk, timer.kind, timer.subject, timer.due, '')
end
if change.breaks then
  redis.call('DEL', desk .. ':breaks', desk .. ':breakline')
  for _, slot in ipairs(change.breaks.slots) do
    redis.call('ZADD', desk .. ':breaks', slot['until'], slot.agent)
  end
  for place, one in ipairs(change.breaks.line) do
    redis.call('ZADD', desk .. ':breakline', place, one)
  end
end
for _, request in ipairs(change.dropped) do
  redis.call('HDEL', desk .. ':requests', request)
end
for request, text in pairs(change.requests) do
  redis.call('HSET', desk .. ':requests', request, text)
end

local told, supervisors = {}, {}
for place, one in ipairs(change.told) do
  local event_id = next_id()
  told[place] = {one.agent, event_id, tell_agent(desk, one.agent, event_id, now, one.event)}
end
for place, event in ipairs(change.supervisors) do
  local event_id = next_id()
  supervisors[place] = {event_id, tell_supervisors(desk, event_id, now, event)}
end
return {'WRITTEN', tonumber(redis.call('HGET', seat, 'seq') or 0), now, told, supervisors}
