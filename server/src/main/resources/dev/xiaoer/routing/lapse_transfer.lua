-- An offer comes to nothing by itself: its time is over, who was asked is gone, or the giver has the conversation no longer.
local desk      = KEYS[1] -- [prefix]
local id        = ARGV[1] -- [ref]
local lease     = ARGV[2] -- [ms]   how long it may take to be written down
local kept      = ARGV[3] -- [ms]   how long it is remembered
local event_id  = ARGV[4] -- [id]
local expired   = ARGV[5] -- [json]
local withdrawn = ARGV[6] -- [json]

local now = redis_now(desk)
local how = lapsed(desk, id, now)
if not how then
  return {'STANDS', now}
end
local known = redis.call('HMGET', desk .. ':transfer:' .. id, 'from', 'to')
end_transfer(desk, id, how, now, kept)
arm_timer(desk, 'transfer', id, now + lease, '')
local event = how == 'EXPIRED' and expired or withdrawn
local told = {}
tell(told, desk, known[1], event_id, now, event)
tell(told, desk, known[2], event_id, now, event)
return {'ENDED', now, told}
