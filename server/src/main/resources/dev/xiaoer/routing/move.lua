-- Shared by the scripts that give a waiting conversation another place.

-- The conversation waits on at another place, wherever it waits.
local function move(desk, conversation, group, place)
  redis.call('HSET', desk .. ':places', conversation, whole(place))
  redis.call('ZADD', desk .. ':queue:' .. group, 'XX', whole(place), conversation)
  local helper = redis.call('HGET', desk .. ':helpers', conversation)
  if helper then
    redis.call('ZADD', desk .. ':overflow:' .. helper, 'XX', whole(place), conversation)
  end
  local agent = lately(desk, conversation)
  if agent then
    redis.call('ZADD', desk .. ':returning:' .. agent, 'XX', whole(place), conversation)
  end
  redis.call('HINCRBY', desk .. ':versions', group, 1)
end
