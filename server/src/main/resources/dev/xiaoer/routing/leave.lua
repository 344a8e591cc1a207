-- The conversation is over: it waits no more and takes nobody's place, and is listed among the closed ones.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local id           = ARGV[2] -- [id]   of the event
local event        = ARGV[3] -- [json]
local mark         = ARGV[4] -- [number] of the change this finishes, 0 if it finishes none
local kept         = ARGV[5] -- [ms]     how long it is listed
local most         = ARGV[6] -- [number] of conversations that are listed
local remembered   = ARGV[7] -- [ms]     how long it is known who served the buyer

local now = redis_now(desk)
settled(desk, conversation, mark)
local group = redis.call('HGET', desk .. ':groups', conversation)
if not group then
  return {'UNKNOWN'}
end
local closed = desk .. ':closed'
redis.call('ZADD', closed, 'NX', whole(now), conversation)
redis.call('ZREMRANGEBYSCORE', closed, '-inf', whole(now - kept))
redis.call('ZREMRANGEBYRANK', closed, 0, -1 - most)
wait_no_more(desk, conversation, group)
redis.call('ZREM', desk .. ':came', conversation)
local buyer = redis.call('HGET', desk .. ':buyers', conversation)
for _, known in ipairs({'groups', 'places', 'buyers', 'lately', 'tried', 'declined'}) do
  redis.call('HDEL', desk .. ':' .. known, conversation)
end
local agent, groups = free_place(desk, conversation, now)
if not agent then
  return {'LEFT_QUEUE', ''}
end
if buyer then
  redis.call('SET', desk .. ':served:' .. buyer, whole(now) .. ' ' .. agent, 'PX', remembered)
end
return {'LEFT_AGENT', groups, agent, tell_agent(desk, agent, id, now, event)}
