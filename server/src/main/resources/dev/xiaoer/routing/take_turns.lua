-- While somebody is on duty, now and then the oldest message left takes its turn in front of those who wait: else a day
-- without a pause would leave it lying. Answers the desk's time.
local desk  = KEYS[1] -- [prefix]
local every = ARGV[1] -- [ms] from one turn to the next

local now = redis_now(desk)
local turn = desk .. ':let_in'

local function is_staffed(group)
  return group and redis.call('SCARD', desk .. ':onduty:' .. group) > 0
end

for _, group in ipairs(redis.call('SMEMBERS', desk .. ':queues')) do
  local oldest = redis.call('ZRANGEBYSCORE', desk .. ':queue:' .. group, whole(LEFT), '+inf', 'LIMIT', 0, 1)[1]
  if not oldest or not (is_staffed(group) or is_staffed(redis.call('HGET', desk .. ':helpers', oldest))) then
    redis.call('HDEL', turn, group)
  elseif redis.call('HSETNX', turn, group, whole(now)) == 0 and now - redis.call('HGET', turn, group) >= tonumber(every) then
    redis.call('HSET', turn, group, whole(now))
    move(desk, oldest, group, redis.call('HGET', desk .. ':places', oldest) - LEFT)
  end
end
return {now}
