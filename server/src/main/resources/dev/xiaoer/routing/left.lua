-- Shared by the scripts that know of messages left: what was written while nobody would come soon. They stand behind
-- everybody who waits, at LEFT + the place they would have had.
local LEFT = 1e13

local function is_left(place)
  return tonumber(place) >= LEFT
end

-- The place in front of those who came later.
local function lifted(place)
  return is_left(place) and whole(place - LEFT) or place
end

-- Whether a buyer who comes now may wait: somebody is on duty, and has a free place or not too many wait. '' for any.
local function may_wait(desk, group, most)
  if redis.call('SCARD', desk .. ':onduty:' .. group) == 0 then
    return false
  end
  return most == '' or redis.call('ZCARD', desk .. ':seats:' .. group) > 0
    or redis.call('ZCOUNT', desk .. ':queue:' .. group, '-inf', '(' .. whole(LEFT)) < tonumber(most)
end
