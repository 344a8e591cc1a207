-- @include /dev/xiaoer/timers/desk

-- What the scripts of a desk share. Everything lies under the desk's tag; its keys are made from the desk's prefix,
-- which is KEYS[1]: which agent, and so which keys, is only known inside.

-- Puts an agent where the policy looks for free places, best first, or takes it away from there. The score is the load
-- ÷ the weight, counted in whole buyers of the group's lightest agent, then the turn: the smallest load first, of these
-- the one who waits longest for a buyer. Weights are counted in the turns as well: where nobody has a load, 3 : 1 is 3 : 1.
--
-- What a load means for the state is decided elsewhere, soon: an agent who drains and has served the last is off duty,
-- one who was just given as many as wanted is hung up, and takes none until that is decided.
local function refresh_seat(desk, agent, now)
  local seat = redis.call('HMGET', desk .. ':seat:' .. agent, 'state', 'load', 'cap', 'groups', 'given', 'hang_up_at')
  local lease = redis.call('ZSCORE', desk .. ':leases', agent)
  local free = seat[1] == 'ONLINE' and lease and tonumber(lease) > now and tonumber(seat[2]) < tonumber(seat[3])
  local wanted = tonumber(seat[6] or 0)
  if seat[1] == 'ONLINE' and wanted > 0 and tonumber(seat[2]) >= wanted and tonumber(seat[5]) == now then
    arm_timer(desk, 'crowded', agent, now, '')
    free = false
  elseif seat[1] == 'DRAINING' and tonumber(seat[2]) <= 0 then
    arm_timer(desk, 'served', agent, now, '')
  end
  for group in string.gmatch(seat[4] or '', '[^,]+') do
    if free then
      local weights = redis.call('HMGET', desk .. ':weights:' .. group, agent, '*')
      local turn = redis.call('HGET', desk .. ':turns:' .. group, agent)
      local share = math.floor(seat[2] * (weights[2] or 10) / (weights[1] or 10))
      redis.call('ZADD', desk .. ':seats:' .. group, whole(share * 4398046511104 + (turn or 0)), agent)
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

-- Appends to the topic of those who lead the desk, alike.
local function tell_supervisors(desk, id, now, event)
  local log = desk .. ':supervisors'
  local seq = redis.call('HINCRBY', desk .. ':clock', 'told', 1)
  redis.call('XADD', log, 'MAXLEN', '~', 1000, seq .. '-0', 'e', id .. ' ' .. whole(now) .. ' ' .. event)
  return {seq, now, redis.call('SMEMBERS', log .. ':nodes')}
end
