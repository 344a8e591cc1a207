-- Writes down that somebody of the staff looks at what is masked, before it is shown (C8).
local record    = KEYS[1] -- [hash]
local staff_log = KEYS[2] -- [stream]
local nodes     = KEYS[3] -- [set]    the nodes that listen to the staff topic
local desk      = ARGV[1] -- [id]
local seq       = ARGV[2] -- [number] of the buyer topic's event it stands in, 0 if it stands elsewhere
local id        = ARGV[3] -- [id]     of the event
local event     = ARGV[4] -- [json]

local known = redis.call('HMGET', record, 'desk', 'staff_seq', 'ts', 'buyer_seq')
if known[1] ~= desk or tonumber(seq) > tonumber(known[4]) then
  return {'NOT_FOUND'}
end
local staff_seq = known[2] + 1
local now = now_after(known[3])
append(staff_log, staff_seq, id, now, event)
redis.call('HSET', record, 'staff_seq', staff_seq, 'ts', string.format('%.0f', now))
return {'APPENDED', staff_seq, now, redis.call('SMEMBERS', nodes)}
