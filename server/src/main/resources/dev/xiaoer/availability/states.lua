-- How agents stand; '' for one who was never there.
local desk = KEYS[1] -- [prefix]
-- ARGV: [id] of the agents

local states = {}
for place, agent in ipairs(ARGV) do
  states[place] = redis.call('HGET', desk .. ':seat:' .. agent, 'state') or ''
end
return states
