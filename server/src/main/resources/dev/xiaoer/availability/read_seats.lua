-- How agents sit, each as the seat is kept and the place in the line for a break; {} for one who was never there.
local desk = KEYS[1] -- [prefix]
-- ARGV: [id] of the agents

local seats = {}
for place, agent in ipairs(ARGV) do
  local waits = redis.call('ZRANK', desk .. ':breakline', agent)
  seats[place] = {redis.call('HGETALL', desk .. ':seat:' .. agent), waits and waits + 1 or 0}
end
return seats
