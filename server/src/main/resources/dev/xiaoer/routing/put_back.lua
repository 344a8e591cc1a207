-- The conversation waits again, at its old place: in front of those who came later.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local id           = ARGV[2] -- [id]   of the event
local event        = ARGV[3] -- [json]

local now = redis_now()
redis.call('ZREM', desk .. ':unsettled', conversation)
local place = redis.call('HGET', desk .. ':places', conversation)
local group = redis.call('HGET', desk .. ':groups', conversation)
if not place then
  return {'UNKNOWN'}
end
if redis.call('ZSCORE', desk .. ':claims', conversation) then
  return {'CLAIMED'} -- on its way to an agent: whoever recorded it last is right
end
local agent = free_place(desk, conversation, now)
if not agent then
  return {'WAITS'}
end
redis.call('ZADD', desk .. ':queue:' .. group, place, conversation)
redis.call('HINCRBY', desk .. ':versions', group, 1)
return {'PUT_BACK', group, agent, tell_agent(desk, agent, id, now, event)}
