-- How many agents of each group are on duty, free or not.
local desk = KEYS[1] -- [prefix]
-- ARGV: [id] of the groups

local counts = {}
for place, group in ipairs(ARGV) do
  counts[place] = redis.call('SCARD', desk .. ':onduty:' .. group)
end
return counts
