-- Shared by the scripts that put a conversation back.

-- The conversation waits again, in front of all who were not put back: that we put it back is no fault of its buyer's.
-- Among those who were, it is at its old place.
local function wait_in_front(desk, conversation, group, now)
  local place = tonumber(redis.call('HGET', desk .. ':places', conversation))
  redis.call('HSET', desk .. ':places', conversation, whole(place % 1e12))
  wait(desk, conversation, group, now)
end
