-- The claim is recorded in the conversation: the agent is told. A claim that no longer stands is not confirmed.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local number       = ARGV[2] -- [number] of the claim
local agent        = ARGV[3] -- [id]
local id           = ARGV[4] -- [id]     of the event
local event        = ARGV[5] -- [json]

if redis.call('HGET', desk .. ':owners', conversation) ~= number .. ' ' .. agent then
  return {'STALE'}
end
if redis.call('ZREM', desk .. ':claims', conversation) == 0 then
  return {'KNOWN'}
end
redis.call('HDEL', desk .. ':why', conversation)
return {'CONFIRMED', tell_agent(desk, agent, id, redis_now(desk), event)}
