-- @include /dev/xiaoer/timers/desk

-- What the scripts of a desk share. Everything lies under the desk's tag; its keys are made from the desk's prefix,
-- which is KEYS[1]: which agent, and so which keys, is only known inside.

-- Puts an agent where the policy looks for free places, best first, or takes it away from there. The score is the load,
-- then the time of the last assignment: the smallest load first, of these the one who waits longest for a buyer.
local function refresh_seat(desk, agent, now)
  local seat = redis.call('HMGET', desk .. ':seat:' .. agent, 'state', 'load', 'cap', 'groups', 'given')
  local lease = redis.call('ZSCORE', desk .. ':leases', agent)
  local free = seat[1] == 'ONLINE' and lease and tonumber(lease) > now and tonumber(seat[2]) < tonumber(seat[3])
  for group in string.gmatch(seat[4] or '', '[^,]+') do
    if free then
      redis.call('ZADD', desk .. ':seats:' .. group, whole(seat[2] * 4398046511104 + seat[5]), agent)
    else
      redis.call('ZREM', desk .. ':seats:' .. group, agent)
    end
  end
end

-- Appends to the agent's own topic; answers {seq, ts, nodes}. Old events go: a client that misses them takes a snapshot.
local function tell_agent(desk, agent, id, now, event)
  local log = desk .. ':agent:' .. agent
  local seq = redis.call('HINCRBY', desk .. ':seat:' .. agent, 'seq', 1)
  redis.call('XADD', log, 'MAXLEN', '~', 1000, seq .. '-0', 'e', id .. ' ' .. whole(now) .. ' ' .. event)
  return {seq, now, redis.call('SMEMBERS', log .. ':nodes')}
end
