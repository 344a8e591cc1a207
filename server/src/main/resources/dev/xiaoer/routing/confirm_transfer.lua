-- The conversation says that it is the receiver's: both are told, once.
local desk      = KEYS[1] -- [prefix]
local id        = ARGV[1] -- [ref]
local kept      = ARGV[2] -- [ms] how long it is remembered
local event_id  = ARGV[3] -- [id] of the event that ends it
local ended     = ARGV[4] -- [json]
local taken_id  = ARGV[5] -- [id]
local taken     = ARGV[6] -- [json] for the giver
local given_id  = ARGV[7] -- [id]
local given     = ARGV[8] -- [json] for the receiver, if it is still the receiver's

local now = redis_now(desk)
local known = redis.call('HMGET', desk .. ':transfer:' .. id, 'state', 'from', 'to', 'conversation', 'number')
if known[1] ~= 'ACCEPTED' then
  return {'KNOWN', now}
end
end_transfer(desk, id, 'ACCEPTED', now, kept)
cancel_timer(desk, 'transfer', id)
local told = {}
tell(told, desk, known[2], event_id, now, ended)
tell(told, desk, known[2], taken_id, now, taken)
tell(told, desk, known[3], event_id, now, ended)
if redis.call('HGET', desk .. ':owners', known[4]) == known[5] .. ' ' .. known[3] then
  tell(told, desk, known[3], given_id, now, given)
end
return {'CONFIRMED', now, told}
