-- How fast the waiting buyers of a group are taken. Measured only while somebody waits and no agent has a free place:
-- from then, or from the buyer before, to the next who is taken.

-- Somebody has begun to wait.
local function pace_waits(desk, group, now)
  if redis.call('ZCARD', desk .. ':queue:' .. group) > 1 then
    return
  end
  if redis.call('ZCARD', desk .. ':seats:' .. group) == 0 then
    redis.call('HSET', desk .. ':stalled', group, whole(now))
  else
    redis.call('HDEL', desk .. ':stalled', group)
  end
end

-- The next one was taken. The last twenty times are kept, and forgotten when they are an hour old.
local function pace_taken(desk, group, now)
  local stalled, pace = desk .. ':stalled', desk .. ':pace:' .. group
  local since = redis.call('HGET', stalled, group)
  if not since then
    return
  end
  redis.call('LPUSH', pace, whole(now - since))
  redis.call('LTRIM', pace, 0, 19)
  redis.call('EXPIRE', pace, 3600)
  if redis.call('ZCARD', desk .. ':queue:' .. group) == 0 then
    redis.call('HDEL', stalled, group)
  else
    redis.call('HSET', stalled, group, whole(now))
  end
end
