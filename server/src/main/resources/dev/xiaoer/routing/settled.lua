-- Shared by the scripts that begin or finish a change in two places.

-- Marks a change as begun.
local function unsettled(desk, conversation)
  local first = redis.call('ZADD', desk .. ':unsettled', 'NX', whole(redis_now(desk)), conversation)
  local mark = redis.call('HINCRBY', desk .. ':clock', 'marks', 1)
  redis.call('HSET', desk .. ':marks', conversation, mark)
  return first == 1 and mark or 0
end

-- Takes the mark of an unfinished change away, if nobody has begun another change since.
local function settled(desk, conversation, mark)
  if redis.call('HGET', desk .. ':marks', conversation) == mark then
    redis.call('HDEL', desk .. ':marks', conversation)
    redis.call('ZREM', desk .. ':unsettled', conversation)
  end
end
