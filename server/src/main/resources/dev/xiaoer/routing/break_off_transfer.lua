-- The giver or the receiver ends an offer that still stands; both are told. What became of it has yet to be written into
-- the conversation.
local desk         = KEYS[1] -- [prefix]
local id           = ARGV[1] -- [ref]
local conversation = ARGV[2] -- [id]
local side         = ARGV[3] -- from | to
local agent        = ARGV[4] -- [id] who is to be on that side
local how          = ARGV[5] -- REFUSED | WITHDRAWN
local lease        = ARGV[6] -- [ms] how long it may take to be written down
local kept         = ARGV[7] -- [ms] how long it is remembered
local event_id     = ARGV[8] -- [id]
local event        = ARGV[9] -- [json]

local now = redis_now(desk)
local known = redis.call('HMGET', desk .. ':transfer:' .. id, 'conversation', side, 'state', 'how', 'from', 'to')
if known[1] ~= conversation or known[2] ~= agent then
  return {'NOT_FOUND', now}
end
if known[4] == how then
  return {'REPEATED', now}
end
if known[3] ~= 'OFFERED' then
  return {'STALE', now}
end
end_transfer(desk, id, how, now, kept)
arm_timer(desk, 'transfer', id, now + lease, '')
local told = {}
tell(told, desk, known[5], event_id, now, event)
tell(told, desk, known[6], event_id, now, event)
return {'ENDED', now, told}
