-- The groups are open: the messages left while they were closed wait from here on, behind everybody who waits.
local desk = KEYS[1] -- [prefix]
-- ARGV: [id] of the groups

local now = redis_now(desk)
local opened = 0
for _, group in ipairs(ARGV) do
  local pool = desk .. ':pool:' .. group
  for _, conversation in ipairs(redis.call('ZRANGE', pool, 0, -1)) do
    wait(desk, conversation, group, now)
    opened = opened + 1
  end
  redis.call('DEL', pool)
end
return {'OPEN', opened}
