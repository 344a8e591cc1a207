-- Shared by the scripts that take a conversation from its agent.

-- Takes the conversation from whoever owns it; answers the agent and the agent's groups, or nil.
local function free_place(desk, conversation, now)
  local owner = redis.call('HGET', desk .. ':owners', conversation)
  if not owner then
    return nil
  end
  local agent = string.match(owner, '^%d+ (.+)$')
  redis.call('HDEL', desk .. ':owners', conversation)
  redis.call('HDEL', desk .. ':why', conversation)
  redis.call('ZREM', desk .. ':claims', conversation)
  redis.call('ZREM', desk .. ':offers', conversation)
  redis.call('SREM', desk .. ':owned:' .. agent, conversation)
  redis.call('HINCRBY', desk .. ':seat:' .. agent, 'load', -1)
  refresh_seat(desk, agent, now)
  return agent, redis.call('HGET', desk .. ':seat:' .. agent, 'groups')
end
