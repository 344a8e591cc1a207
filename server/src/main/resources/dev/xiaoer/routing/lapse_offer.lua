-- The agent does not want the buyer, or did not answer in time: another is looked for, and this one is not asked again.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local number       = ARGV[2] -- [number] of the claim
local agent        = ARGV[3] -- [id]
local id           = ARGV[4] -- [id]     of the event
local event        = ARGV[5] -- [json]

local now = redis_now(desk)
if redis.call('HGET', desk .. ':owners', conversation) ~= number .. ' ' .. agent
  or not redis.call('ZSCORE', desk .. ':offers', conversation) then
  return {'STALE', tonumber(redis.call('HGET', desk .. ':seat:' .. agent, 'seq') or 0), now}
end
let_lie(desk, conversation, agent)
local group = redis.call('HGET', desk .. ':groups', conversation)
local _, groups = free_place(desk, conversation, now)
wait_in_front(desk, conversation, group, now)
return {'LAPSED', group .. ',' .. groups, agent, tell_agent(desk, agent, id, now, event)}
