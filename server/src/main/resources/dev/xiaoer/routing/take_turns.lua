-- While somebody is on duty, now and then the oldest message left takes its turn in front of those who wait: else a day
-- without a pause would leave it lying. Answers the desk's time.
local desk  = KEYS[1] -- [prefix]
local every = ARGV[1] -- [ms] from one turn to the next

local now = redis_now(desk)
local turns, places = desk .. ':turns', desk .. ':places'
for _, group in ipairs(redis.call('SMEMBERS', desk .. ':queues')) do
  local queue = desk .. ':queue:' .. group
  local oldest = redis.call('ZRANGEBYSCORE', queue, whole(LEFT), '+inf', 'LIMIT', 0, 1)[1]
  if not oldest or redis.call('SCARD', desk .. ':onduty:' .. group) == 0 then
    redis.call('HDEL', turns, group)
  elseif redis.call('HSETNX', turns, group, whole(now)) == 0 and now - redis.call('HGET', turns, group) >= tonumber(every) then
    local place = lifted(redis.call('HGET', places, oldest))
    redis.call('HSET', turns, group, whole(now))
    redis.call('HSET', places, oldest, place)
    redis.call('ZADD', queue, place, oldest)
    redis.call('HINCRBY', desk .. ':versions', group, 1)
  end
end
return {now}
