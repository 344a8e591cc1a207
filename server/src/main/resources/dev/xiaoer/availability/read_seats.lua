-- What the time is at the desk, and how agents sit: each as the seat is kept, {} for one who was never there, and the
-- place in the line for a break.
local desk = KEYS[1] -- [prefix]
-- ARGV: [id] of the agents

local seats = {}
for place, agent in ipairs(ARGV) do
  local waits = redis.call('ZRANK', desk .. ':breakline', agent)
  seats[place] = {redis.call('HGETALL', desk .. ':seat:' .. agent), waits and waits + 1 or 0}
end
return {redis_now(desk), seats}
