-- All of a desk at one moment, as JSON.
local desk = KEYS[1] -- [prefix]
-- ARGV: [id] of the agents, after them the groups, each with a ':' in front

local now = redis_now(desk)

local function pairs_of(flat)
  local found = {}
  for i = 1, #flat, 2 do
    found[flat[i]] = flat[i + 1]
  end
  return found
end

local function hash(name)
  return pairs_of(redis.call('HGETALL', desk .. name))
end

local function times(name)
  return pairs_of(redis.call('ZRANGE', desk .. name, 0, -1, 'WITHSCORES'))
end

local view = {now = whole(now), owners = hash(':owners'), places = hash(':places'), groups = hash(':groups'),
  tried = hash(':tried'), helpers = hash(':helpers'), lately = hash(':lately'), offers = times(':offers'),
  claims = times(':claims'), leases = times(':leases'), why = hash(':why'), seats = {}, owned = {}, returning = {}, queues = {}, pools = {},
  overflow = {}, since = {}, onduty = {}, free = {}}
for _, name in ipairs(ARGV) do
  local group = string.match(name, '^:(.+)$')
  if group then
    view.queues[group] = redis.call('ZRANGE', desk .. ':queue:' .. group, 0, -1)
    view.pools[group] = redis.call('ZRANGE', desk .. ':pool:' .. group, 0, -1)
    view.overflow[group] = redis.call('ZRANGE', desk .. ':overflow:' .. group, 0, -1)
    view.since[group] = times(':since:' .. group)
    view.onduty[group] = redis.call('SMEMBERS', desk .. ':onduty:' .. group)
    view.free[group] = redis.call('ZRANGE', desk .. ':seats:' .. group, 0, -1)
  else
    view.seats[name] = hash(':seat:' .. name)
    view.owned[name] = redis.call('SMEMBERS', desk .. ':owned:' .. name)
    view.returning[name] = redis.call('ZRANGE', desk .. ':returning:' .. name, 0, -1)
  end
end
return {cjson.encode(view)}
