-- The agent takes the buyer who was offered, in time: the claim has to be recorded now.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local number       = ARGV[2] -- [number] of the claim
local agent        = ARGV[3] -- [id]
local lease        = ARGV[4] -- [ms]     how long it may take to record it

local now = redis_now(desk)
if redis.call('HGET', desk .. ':owners', conversation) ~= number .. ' ' .. agent then
  return {'STALE'}
end
local ends = redis.call('ZSCORE', desk .. ':offers', conversation)
if not ends then
  return {'KNOWN', tonumber(redis.call('HGET', desk .. ':seat:' .. agent, 'seq') or 0), now}
end
if tonumber(ends) <= now then
  return {'STALE'}
end
redis.call('ZREM', desk .. ':offers', conversation)
redis.call('ZADD', desk .. ':claims', whole(now + lease), conversation)
redis.call('HSET', desk .. ':why', conversation,
  (string.gsub(redis.call('HGET', desk .. ':why', conversation), '%d$', '1')))
return {'ACCEPTED', claim_of(desk, conversation)}
