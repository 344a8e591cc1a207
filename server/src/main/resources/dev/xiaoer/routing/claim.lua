-- Gives the buyers who wait longest to the free agents the policy prefers, each pair in this one step: those of the group,
-- and those of others that the group helps out. Whom all free agents have let lie is passed over and keeps waiting.
local desk   = KEYS[1] -- [prefix]
local group  = ARGV[1] -- [id]
local lease  = ARGV[2] -- [ms] how long a claim stands until it has to be recorded
local most   = ARGV[3] -- [number] of claims
local passed = ARGV[4] -- [number] of conversations that may be passed over

local now = redis_now(desk)
local seats = desk .. ':seats:' .. group

local function at(queue, rank)
  local found = redis.call('ZRANGE', queue, rank, rank, 'WITHSCORES')
  return found[1], tonumber(found[2]) or math.huge
end

-- The best of the free agents who may have the conversation. As many are looked at as are barred from it, and one more.
local function best(barred, count)
  while true do
    local gone = false
    for _, agent in ipairs(redis.call('ZRANGE', seats, 0, count)) do
      if not is_there(desk, agent, now) then
        refresh_seat(desk, agent, now)
        gone = true
      elseif not gone and not barred[agent] then
        return agent
      end
    end
    if not gone then
      return nil
    end
  end
end

local function choose(conversation, home)
  local barred, count = barred_from(desk, conversation, home)
  local last, online, hung_up = lately(desk, conversation)
  if last and home == group and online > now and not barred[last] and redis.call('ZSCORE', seats, last)
    and is_there(desk, last, now) then
    return last, 'SERVED_LATELY'
  end
  if last and home == group and hung_up > now and not barred[last] and is_there(desk, last, now) then
    local seat = redis.call('HMGET', desk .. ':seat:' .. last, 'state', 'load', 'cap', 'groups')
    if seat[1] == 'HUNG_UP' and tonumber(seat[2]) < tonumber(seat[3]) and is_member(seat[4], group) then
      return last, 'SERVED_LATELY'
    end
  end
  return best(barred, count), home == group and 'LEAST_LOADED' or 'OVERFLOW'
end

local own, helped = desk .. ':queue:' .. group, desk .. ':overflow:' .. group
local own_rank, helped_rank = 0, 0
local helps = redis.call('EXISTS', helped) == 1
local claims = {}
while #claims < tonumber(most) and own_rank + helped_rank <= tonumber(passed)
  and redis.call('EXISTS', seats) == 1 do
  local conversation, place = at(own, own_rank)
  local home = group
  if helps then
    local other, other_place = at(helped, helped_rank)
    if other_place < place then
      conversation, home = other, redis.call('HGET', desk .. ':groups', other)
    end
  end
  if not conversation then
    break
  end
  local agent, reason = choose(conversation, home)
  if agent then
    claims[#claims + 1] = give(desk, conversation, home, agent, group, reason, 0, lease, now)
  elseif home == group then
    own_rank = own_rank + 1
  else
    helped_rank = helped_rank + 1
  end
end
return claims
