-- Shared by the scripts that give a waiting conversation to an agent.

-- Whether a sign of life of the agent is young enough.
local function is_there(desk, agent, now)
  return tonumber(redis.call('ZSCORE', desk .. ':leases', agent) or 0) > now
end

local function is_member(groups, group)
  return string.find(',' .. (groups or '') .. ',', ',' .. group .. ',', 1, true) ~= nil
end

-- The agent's turn is over: the next is the later, the smaller the weight. Who comes back from a break does not make up
-- for what others took meanwhile: the group's own turn says where to begin.
local function take_turn(desk, agent, group)
  local turns = desk .. ':turns:' .. group
  local known = redis.call('HMGET', turns, agent, '*')
  local begin = math.max(tonumber(known[1] or 0), tonumber(known[2] or 0))
  local weight = tonumber(redis.call('HGET', desk .. ':weights:' .. group, agent) or 10)
  redis.call('HSET', turns, agent, whole(begin + math.floor(100000 / weight + 0.5)), '*', whole(begin))
  return weight
end

-- Takes the conversation from the queue and a place from the agent; answers the claim, which has to be recorded.
local function give(desk, conversation, group, agent, seated, reason, accepted, lease, now)
  local seat = desk .. ':seat:' .. agent
  local known = redis.call('HMGET', seat, 'load', 'cap', 'name')
  local _, _, _, served = lately(desk, conversation)
  served = reason == 'SERVED_LATELY' and served or 0
  local number = redis.call('HINCRBY', desk .. ':clock', 'claims', 1)
  wait_no_more(desk, conversation, group)
  local weight = take_turn(desk, agent, seated)
  redis.call('HSET', desk .. ':owners', conversation, number .. ' ' .. agent)
  redis.call('SADD', desk .. ':owned:' .. agent, conversation)
  redis.call('ZADD', desk .. ':claims', whole(now + lease), conversation)
  redis.call('HSET', desk .. ':why', conversation,
    table.concat({reason, known[1], known[2], weight, whole(served), accepted}, ' '))
  redis.call('HINCRBY', seat, 'load', 1)
  redis.call('HSET', seat, 'given', whole(now))
  refresh_seat(desk, agent, now)
  pace_taken(desk, group, now)
  return {conversation, number, agent, known[3], reason, tonumber(known[1]), tonumber(known[2]), weight, served,
    accepted, group}
end
