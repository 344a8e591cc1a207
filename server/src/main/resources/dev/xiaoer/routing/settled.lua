-- Shared by the scripts that finish a change in two places.

-- Takes the mark of an unfinished change away, if nobody has begun another change since.
local function settled(desk, conversation, mark)
  if redis.call('HGET', desk .. ':marks', conversation) == mark then
    redis.call('HDEL', desk .. ':marks', conversation)
    redis.call('ZREM', desk .. ':unsettled', conversation)
  end
end
