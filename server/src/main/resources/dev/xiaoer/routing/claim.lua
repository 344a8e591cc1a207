-- Gives the buyers who wait longest to the free agents the policy prefers, each pair in this one step.
local desk  = KEYS[1] -- [prefix]
local group = ARGV[1] -- [id]
local lease = ARGV[2] -- [ms] how long a claim stands until it has to be recorded
local most  = ARGV[3] -- [number] of claims

local now = redis_now(desk)
local queue, seats = desk .. ':queue:' .. group, desk .. ':seats:' .. group
local claims = {}
while #claims < tonumber(most) do
  local conversation = redis.call('ZRANGE', queue, 0, 0)[1]
  local agent = redis.call('ZRANGE', seats, 0, 0)[1]
  if not conversation or not agent then
    break
  end
  local seat = desk .. ':seat:' .. agent
  local known = redis.call('HMGET', seat, 'load', 'cap', 'name')
  if tonumber(redis.call('ZSCORE', desk .. ':leases', agent) or 0) <= now then
    refresh_seat(desk, agent, now)
  else
    local number = redis.call('HINCRBY', desk .. ':clock', 'claims', 1)
    redis.call('ZREM', queue, conversation)
    redis.call('HSET', desk .. ':owners', conversation, number .. ' ' .. agent)
    redis.call('SADD', desk .. ':owned:' .. agent, conversation)
    redis.call('ZADD', desk .. ':claims', whole(now + lease), conversation)
    redis.call('HINCRBY', seat, 'load', 1)
    redis.call('HSET', seat, 'given', whole(now))
    refresh_seat(desk, agent, now)
    pace_taken(desk, group, now)
    claims[#claims + 1] = {conversation, number, agent, known[3], tonumber(known[1]), tonumber(known[2])}
  end
end
if #claims > 0 then
  redis.call('HINCRBY', desk .. ':versions', group, 1)
end
return claims
