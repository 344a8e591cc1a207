-- The receiver takes the conversation, if the offer still stands: the held place becomes the conversation's. It is a claim
-- like any other, which has to be recorded in the conversation; until then the giver may still speak there.
local desk         = KEYS[1] -- [prefix]
local id           = ARGV[1] -- [ref]
local conversation = ARGV[2] -- [id]
local agent        = ARGV[3] -- [id] who accepts
local lease        = ARGV[4] -- [ms] how long it may take to be recorded

local now = redis_now(desk)
local transfer = desk .. ':transfer:' .. id
local known = redis.call('HMGET', transfer, 'conversation', 'to', 'state', 'how', 'owner', 'until', 'into', 'from')
if known[1] ~= conversation or known[2] ~= agent then
  return {'NOT_FOUND', now}
end
if known[3] == 'ACCEPTED' or known[4] == 'ACCEPTED' then
  return {'REPEATED', now}
end
if known[3] == 'ENDED' or tonumber(known[6]) <= now
  or redis.call('HGET', desk .. ':owners', conversation) ~= known[5] then
  return {'STALE', now}
end
if redis.call('HGET', desk .. ':seat:' .. agent, 'state') == 'OFFLINE' then
  return {'NOT_AVAILABLE', now}
end

local giver, into = known[8], known[7]
local number = redis.call('HINCRBY', desk .. ':clock', 'claims', 1)
redis.call('HSET', desk .. ':owners', conversation, number .. ' ' .. agent)
redis.call('ZREM', desk .. ':claims', conversation)
redis.call('SREM', desk .. ':owned:' .. giver, conversation)
redis.call('HINCRBY', desk .. ':seat:' .. giver, 'load', -1)
redis.call('SREM', desk .. ':held:' .. agent, id)
redis.call('SADD', desk .. ':owned:' .. agent, conversation)
redis.call('HSET', desk .. ':seat:' .. agent, 'given', whole(now))
redis.call('HINCRBY', desk .. ':versions', redis.call('HGET', desk .. ':groups', conversation), 1)
redis.call('HINCRBY', desk .. ':versions', into, 1)
redis.call('HSET', desk .. ':groups', conversation, into)
redis.call('SADD', desk .. ':queues', into)
redis.call('HSET', transfer, 'state', 'ACCEPTED', 'number', number)
arm_timer(desk, 'transfer', id, now + lease, '')
refresh_seat(desk, giver, now)
refresh_seat(desk, agent, now)
return {'ACCEPTED', now}
