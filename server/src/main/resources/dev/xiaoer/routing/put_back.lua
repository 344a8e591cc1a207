-- The conversation waits again, in front of those who came later.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local id           = ARGV[2] -- [id]   of the event
local event        = ARGV[3] -- [json]
local mark         = ARGV[4] -- [number] of the change this finishes, 0 if it finishes none
local recorded     = ARGV[5] -- [number] of the last claim that was recorded in the conversation

local now = redis_now(desk)
settled(desk, conversation, mark)
local group = redis.call('HGET', desk .. ':groups', conversation)
if not group then
  return {'UNKNOWN'}
end
local claim = string.match(redis.call('HGET', desk .. ':owners', conversation) or '', '^%d+')
if claim and tonumber(claim) > tonumber(recorded) then
  return {'CLAIMED'} -- given out since: what its record said is out of date, or soon will be
end
local agent, groups = free_place(desk, conversation, now)
if not agent then
  return {'WAITS'}
end
wait_in_front(desk, conversation, group, now)
return {'PUT_BACK', group .. ',' .. groups, agent, tell_agent(desk, agent, id, now, event)}
