-- Writes down that a conversation is about to be taken from an agent who let it lie, and not to be given to this one
-- again. Answers the mark to take away at the end; 0 if another change is unfinished.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local agent        = ARGV[2] -- [id]

if redis.call('HEXISTS', desk .. ':groups', conversation) == 1 then
  let_lie(desk, conversation, agent)
end
return {'UNSETTLED', unsettled(desk, conversation)}
