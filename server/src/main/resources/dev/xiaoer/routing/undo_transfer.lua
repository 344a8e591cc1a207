-- The giver has closed the conversation before it could be recorded as the receiver's: it was never theirs.
local desk     = KEYS[1] -- [prefix]
local id       = ARGV[1] -- [ref]
local lease    = ARGV[2] -- [ms] how long it may take to be written down
local kept     = ARGV[3] -- [ms] how long it is remembered
local event_id = ARGV[4] -- [id]
local ended    = ARGV[5] -- [json]
local taken_id = ARGV[6] -- [id]
local taken    = ARGV[7] -- [json] for the giver, whose place was given away already

local now = redis_now(desk)
local known = redis.call('HMGET', desk .. ':transfer:' .. id, 'state', 'from', 'to')
if known[1] ~= 'ACCEPTED' then
  return {'KNOWN', now}
end
end_transfer(desk, id, 'WITHDRAWN', now, kept)
arm_timer(desk, 'transfer', id, now + lease, '')
local told = {}
tell(told, desk, known[2], event_id, now, ended)
tell(told, desk, known[2], taken_id, now, taken)
tell(told, desk, known[3], event_id, now, ended)
return {'UNDONE', now, told}
