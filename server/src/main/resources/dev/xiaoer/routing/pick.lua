-- An agent takes a conversation out of its turn.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local agent        = ARGV[2] -- [id]
local lease        = ARGV[3] -- [ms] how long a claim stands until it has to be recorded

local now = redis_now(desk)
local group = redis.call('HGET', desk .. ':groups', conversation)
local seat = redis.call('HMGET', desk .. ':seat:' .. agent, 'state', 'load', 'cap', 'groups', 'seq')
local owner = string.match(redis.call('HGET', desk .. ':owners', conversation) or '', '^%d+ (.+)$')
if owner == agent and redis.call('ZSCORE', desk .. ':offers', conversation) == false then
  return {'KNOWN', tonumber(seat[5] or 0), now}
end
if not group or not redis.call('ZSCORE', desk .. ':queue:' .. group, conversation) then
  return {'NOT_WAITING'}
end
if seat[1] ~= 'ONLINE' or not is_there(desk, agent, now) or not is_member(seat[4], group) then
  return {'FORBIDDEN'}
end
if tonumber(seat[2]) >= tonumber(seat[3]) then
  return {'CAP_FULL'}
end
return {'PICKED', give(desk, conversation, group, agent, group, 'PICKED', 1, lease, now)}
