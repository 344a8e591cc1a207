-- Gives waiting buyers to agents who are hung up, have a free place and served these buyers lately: nobody else goes there.
local desk   = KEYS[1] -- [prefix]
local lease  = ARGV[1] -- [ms] how long a claim stands until it has to be recorded
local most   = ARGV[2] -- [number] of claims
local passed = ARGV[3] -- [number] of conversations of an agent that may be passed over

local now = redis_now(desk)
local claims = {}

-- The first of those who wait for the agent and may go there.
local function first(agent, groups)
  local returning = desk .. ':returning:' .. agent
  for _, conversation in ipairs(redis.call('ZRANGE', returning, 0, passed)) do
    local group = redis.call('HGET', desk .. ':groups', conversation)
    local _, _, hung_up = lately(desk, conversation)
    if is_member(groups, group) and hung_up > now and not barred_from(desk, conversation, group)[agent] then
      return conversation, group
    end
  end
end

for i = 4, #ARGV do
  local agent = ARGV[i] -- [id]
  local seat = redis.call('HMGET', desk .. ':seat:' .. agent, 'state', 'load', 'cap', 'groups')
  local places = seat[1] == 'HUNG_UP' and is_there(desk, agent, now) and seat[3] - seat[2] or 0
  while places > 0 and #claims < tonumber(most) do
    local conversation, group = first(agent, seat[4])
    if not conversation then
      break
    end
    claims[#claims + 1] = give(desk, conversation, group, agent, group, 'SERVED_LATELY', 0, lease, now)
    places = places - 1
  end
end
return claims
