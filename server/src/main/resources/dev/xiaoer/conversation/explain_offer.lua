-- Writes down for the staff that an offer came to nothing, once; also in a closed conversation.
local record    = KEYS[1] -- [hash]
local staff_log = KEYS[2] -- [stream]
local refs      = KEYS[3] -- [hash]
local nodes     = KEYS[4] -- [set]  the nodes that listen to the staff topic
local offer     = ARGV[1] -- [ref]  that of the offer: nothing else is said with it
local print     = ARGV[2] -- [hash]
local event     = ARGV[3] -- [json]

local known = redis.call('HMGET', record, 'staff_seq', 'ts')
if not known[1] then
  return {'NOT_FOUND'}
end
local before = said_before(refs, offer, print, staff_log, nil, nodes)
if before then
  return before
end
local seq = known[1] + 1
local now = now_after(known[2])
append(staff_log, seq, offer, now, event)
remember(refs, offer, seq, print)
redis.call('HSET', record, 'staff_seq', seq, 'ts', string.format('%.0f', now))
return {'APPENDED', seq, now, redis.call('SMEMBERS', nodes)}
