-- Whoever has waited for long waits for the agents of another group as well, at the own place.
local desk   = KEYS[1] -- [prefix]
local group  = ARGV[1] -- [id]
local helper = ARGV[2] -- [id]     of the other group
local after  = ARGV[3] -- [ms]     how long is long
local most   = ARGV[4] -- [number]

local now = redis_now(desk)
local since = desk .. ':since:' .. group
local long = redis.call('ZRANGEBYSCORE', since, '-inf', whole(now - after), 'LIMIT', 0, most)
for _, conversation in ipairs(long) do
  redis.call('ZREM', since, conversation)
  redis.call('HSET', desk .. ':helpers', conversation, helper)
  redis.call('ZADD', desk .. ':overflow:' .. helper, redis.call('HGET', desk .. ':places', conversation), conversation)
end
if #long > 0 then
  redis.call('SADD', desk .. ':queues', helper)
end
return {#long}
