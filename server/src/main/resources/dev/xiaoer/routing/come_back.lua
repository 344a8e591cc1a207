-- A buyer who had left a message is back: waits like those who come now, if they may.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local most         = ARGV[2] -- [number] of buyers who wait at once, '' for any

local place = redis.call('HGET', desk .. ':places', conversation)
local group = redis.call('HGET', desk .. ':groups', conversation)
if not place or not is_left(place) or not may_wait(desk, group, most)
  or not redis.call('ZSCORE', desk .. ':queue:' .. group, conversation) then
  return {'STAYS'}
end
local rank = math.floor((place - LEFT) / 1e12) * 1e12
move(desk, conversation, group, rank + redis.call('HINCRBY', desk .. ':clock', 'arrivals', 1))
redis.call('ZADD', desk .. ':came', whole(redis_now(desk)), conversation)
return {'WAITS'}
