-- What a buyer finds who comes now: the desk's time, and of each group how many are on duty, have a free place, and wait.
local desk = KEYS[1] -- [prefix]
-- ARGV: [id] of the groups

local doors = {}
for place, group in ipairs(ARGV) do
  doors[place] = {redis.call('SCARD', desk .. ':onduty:' .. group), redis.call('ZCARD', desk .. ':seats:' .. group),
    redis.call('ZCOUNT', desk .. ':queue:' .. group, '-inf', '(' .. whole(LEFT))}
end
return {redis_now(desk), doors}
