-- Shared by the scripts of transfers.

-- Whether an agent could take one more now.
local function has_place(desk, agent, now)
  local seat = redis.call('HMGET', desk .. ':seat:' .. agent, 'state', 'load', 'cap')
  local lease = redis.call('ZSCORE', desk .. ':leases', agent)
  return seat[1] == 'ONLINE' and lease and tonumber(lease) > now and tonumber(seat[2]) < tonumber(seat[3])
end

-- The offer is over: the receiver's place is free again, if it was still held, and the conversation may be offered anew.
-- What became of it is remembered for a while, for commands that are repeated.
local function end_transfer(desk, id, how, now, kept)
  local transfer = desk .. ':transfer:' .. id
  local known = redis.call('HMGET', transfer, 'conversation', 'to')
  redis.call('HSET', transfer, 'state', 'ENDED', 'how', how)
  redis.call('HDEL', desk .. ':transferring', known[1])
  if redis.call('SREM', desk .. ':held:' .. known[2], id) == 1 then
    redis.call('HINCRBY', desk .. ':seat:' .. known[2], 'load', -1)
    refresh_seat(desk, known[2], now)
  end
  redis.call('PEXPIRE', transfer, kept)
end

-- Tells an agent one event; the answer goes into `told` as {agent, id, event, {seq, ts, nodes}}.
local function tell(told, desk, agent, id, now, event)
  told[#told + 1] = {agent, id, event, tell_agent(desk, agent, id, now, event)}
end
