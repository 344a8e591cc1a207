-- The agent is asked whether to take the buyer; the place is held meanwhile. A claim that no longer stands is not offered.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local number       = ARGV[2] -- [number] of the claim
local agent        = ARGV[3] -- [id]
local within       = ARGV[4] -- [ms]     how long the agent has for the answer
local id           = ARGV[5] -- [id]     of the event
local before       = ARGV[6] -- [json]   the event up to the time the offer ends at, which only this script knows
local after        = ARGV[7] -- [json]   and behind it

if redis.call('HGET', desk .. ':owners', conversation) ~= number .. ' ' .. agent then
  return {'STALE'}
end
if redis.call('ZREM', desk .. ':claims', conversation) == 0 then
  return {'KNOWN'}
end
local now = redis_now(desk)
local ends = whole(now + within)
redis.call('ZADD', desk .. ':offers', ends, conversation)
local event = before .. ends .. after
return {'OFFERED', event, tell_agent(desk, agent, id, now, event)}
