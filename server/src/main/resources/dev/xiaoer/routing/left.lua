-- Shared by the scripts that know of messages left: what was written while nobody would come soon. They stand behind
-- everybody who waits, at LEFT + the place they would have had; while their group is closed they rest in its pool.
local LEFT = 1e13

local function is_left(place)
  return tonumber(place) >= LEFT
end

-- Whether a buyer who comes now may wait: somebody is on duty, and has a free place or not too many wait. '' for any.
local function may_wait(desk, group, most)
  if redis.call('SCARD', desk .. ':onduty:' .. group) == 0 then
    return false
  end
  return most == '' or redis.call('ZCARD', desk .. ':seats:' .. group) > 0
    or redis.call('ZCOUNT', desk .. ':queue:' .. group, '-inf', '(' .. whole(LEFT)) < tonumber(most)
end

-- The conversation rests until its group opens: nobody is given it before.
local function rest(desk, conversation, group, place)
  redis.call('SADD', desk .. ':queues', group)
  redis.call('ZADD', desk .. ':pool:' .. group, whole(place), conversation)
  redis.call('HINCRBY', desk .. ':versions', group, 1)
end
