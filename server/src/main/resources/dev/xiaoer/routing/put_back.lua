-- The conversation waits again, at its old place: in front of those who came later.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local id           = ARGV[2] -- [id]   of the event
local event        = ARGV[3] -- [json]
local mark         = ARGV[4] -- [number] of the change this finishes, 0 if it finishes none
local recorded     = ARGV[5] -- [number] of the last claim that was recorded in the conversation

local now = redis_now(desk)
settled(desk, conversation, mark)
local place = redis.call('HGET', desk .. ':places', conversation)
local group = redis.call('HGET', desk .. ':groups', conversation)
if not place then
  return {'UNKNOWN'}
end
local claim = string.match(redis.call('HGET', desk .. ':owners', conversation) or '', '^%d+')
if claim and tonumber(claim) > tonumber(recorded) then
  return {'CLAIMED'} -- given out since: what its record said is out of date, or soon will be
end
local agent = free_place(desk, conversation, now)
if not agent then
  return {'WAITS'}
end
place = lifted(place) -- who left a message and was given to an agent is no longer left behind
redis.call('HSET', desk .. ':places', conversation, place)
redis.call('ZADD', desk .. ':queue:' .. group, place, conversation)
redis.call('HINCRBY', desk .. ':versions', group, 1)
pace_waits(desk, group, now)
return {'PUT_BACK', group, agent, tell_agent(desk, agent, id, now, event)}
