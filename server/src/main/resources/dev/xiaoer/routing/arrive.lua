-- A buyer waits from here on, or has left a message: when the group is closed, when nobody is on duty, when too many wait.
-- One who waits or is served already changes nothing.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local group        = ARGV[2] -- [id]
local priority     = ARGV[3] -- [0..9] 9 first
local mark         = ARGV[4] -- [number] of the change this finishes, 0 if it finishes none
local hours        = ARGV[5] -- OPEN | CLOSED
local most         = ARGV[6] -- [number] of buyers who wait at once, '' for any

settled(desk, conversation, mark)
local queue, pool = desk .. ':queue:' .. group, desk .. ':pool:' .. group
if redis.call('HEXISTS', desk .. ':places', conversation) == 0 then
  local place = (9 - priority) * 1e12 + redis.call('HINCRBY', desk .. ':clock', 'arrivals', 1)
  if hours == 'CLOSED' or not may_wait(desk, group, most) then
    place = place + LEFT
  end
  local now = redis_now(desk)
  redis.call('HSET', desk .. ':places', conversation, whole(place))
  redis.call('ZADD', desk .. ':since', whole(now), conversation)
  redis.call('HSET', desk .. ':groups', conversation, group)
  redis.call('SADD', desk .. ':queues', group)
  redis.call('HINCRBY', desk .. ':versions', group, 1)
  if hours == 'CLOSED' then
    redis.call('ZADD', pool, whole(place), conversation)
  else
    redis.call('ZADD', queue, whole(place), conversation)
    pace_waits(desk, group, now)
  end
end
local ahead = redis.call('ZRANK', queue, conversation)
return {'ARRIVED', ahead and ahead + 1 or 0}
