-- Appends a note of the staff, also to a closed conversation. The log it writes is one that no buyer can follow.
local record    = KEYS[1] -- [hash]
local staff_log = KEYS[2] -- [stream]
local refs      = KEYS[3] -- [hash]
local nodes     = KEYS[4] -- [set]    the nodes that listen to the staff topic
local desk      = ARGV[1] -- [id]
local ref       = ARGV[2] -- [ref]
local print     = ARGV[3] -- [hash]
local event     = ARGV[4] -- [json]

local known = redis.call('HMGET', record, 'desk', 'staff_seq', 'ts')
if known[1] ~= desk then
  return {'NOT_FOUND'}
end
local before = said_before(refs, ref, print, staff_log, nil, nodes)
if before then
  return before
end
local seq = known[2] + 1
local now = now_after(known[3])
append(staff_log, seq, ref, now, event)
remember(refs, ref, seq, print)
redis.call('HSET', record, 'staff_seq', seq, 'ts', string.format('%.0f', now))
return {'APPENDED', seq, now, redis.call('SMEMBERS', nodes)}
