-- The groups are open: the messages left while they were closed are given out, behind everybody who waits.
local desk = KEYS[1] -- [prefix]
-- ARGV: [id] of the groups

local now = redis_now(desk)
for _, group in ipairs(ARGV) do
  local pool, queue = desk .. ':pool:' .. group, desk .. ':queue:' .. group
  local rested = redis.call('ZRANGE', pool, 0, -1)
  for _, conversation in ipairs(rested) do
    redis.call('ZADD', queue, redis.call('HGET', desk .. ':places', conversation), conversation)
  end
  if #rested > 0 then
    redis.call('DEL', pool)
    redis.call('HINCRBY', desk .. ':versions', group, 1)
    pace_waits(desk, group, now)
  end
end
return {'OPEN'}
