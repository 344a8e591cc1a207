-- A buyer waits from here on. One who waits or is served already changes nothing.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local group        = ARGV[2] -- [id]
local priority     = ARGV[3] -- [0..9] 9 first
local mark         = ARGV[4] -- [number] of the change this finishes, 0 if it finishes none

settled(desk, conversation, mark)
local queue = desk .. ':queue:' .. group
if redis.call('HEXISTS', desk .. ':places', conversation) == 0 then
  local place = (9 - priority) * 1e12 + redis.call('HINCRBY', desk .. ':clock', 'arrivals', 1)
  redis.call('HSET', desk .. ':places', conversation, whole(place))
  redis.call('HSET', desk .. ':groups', conversation, group)
  redis.call('SADD', desk .. ':queues', group)
  redis.call('ZADD', queue, whole(place), conversation)
  redis.call('HINCRBY', desk .. ':versions', group, 1)
  pace_waits(desk, group, redis_now(desk))
end
local ahead = redis.call('ZRANK', queue, conversation)
return {'ARRIVED', ahead and ahead + 1 or 0}
