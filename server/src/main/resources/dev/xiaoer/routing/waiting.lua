-- Shared by the scripts that let a conversation wait and that end its waiting.

-- Who served the buyer lately: the agent, and until when (ms) the buyer goes there while the agent is online, while the
-- agent is hung up; and when that was. Nothing if nobody did.
local function lately(desk, conversation)
  local online, hung_up, served, agent = string.match(redis.call('HGET', desk .. ':lately', conversation) or '',
    '^(%d+) (%d+) (%d+) (.+)$')
  return agent, tonumber(online), tonumber(hung_up), tonumber(served)
end

-- The conversation waits at its place, for its group and for an agent who is hung up and served its buyer lately.
local function wait(desk, conversation, group, now)
  local place = redis.call('HGET', desk .. ':places', conversation)
  redis.call('SADD', desk .. ':queues', group)
  redis.call('ZADD', desk .. ':queue:' .. group, place, conversation)
  redis.call('ZADD', desk .. ':since:' .. group, whole(now), conversation)
  local agent, _, hung_up = lately(desk, conversation)
  if agent and hung_up > now then
    redis.call('ZADD', desk .. ':returning:' .. agent, place, conversation)
    redis.call('SADD', desk .. ':returning', agent)
  end
  redis.call('HINCRBY', desk .. ':versions', group, 1)
  pace_waits(desk, group, now)
end

-- The conversation waits nowhere any more.
local function wait_no_more(desk, conversation, group)
  redis.call('ZREM', desk .. ':queue:' .. group, conversation)
  redis.call('ZREM', desk .. ':since:' .. group, conversation)
  redis.call('ZREM', desk .. ':pool:' .. group, conversation)
  local helper = redis.call('HGET', desk .. ':helpers', conversation)
  if helper then
    redis.call('ZREM', desk .. ':overflow:' .. helper, conversation)
    redis.call('HDEL', desk .. ':helpers', conversation)
  end
  local agent = lately(desk, conversation)
  if agent then
    redis.call('ZREM', desk .. ':returning:' .. agent, conversation)
    if redis.call('ZCARD', desk .. ':returning:' .. agent) == 0 then
      redis.call('SREM', desk .. ':returning', agent)
    end
  end
  redis.call('HINCRBY', desk .. ':versions', group, 1)
end
