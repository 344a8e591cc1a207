-- Records a claim: the conversation is the agent's from here on. The same claim again is answered as before, until the
-- conversation was put back: then that claim is none any more.
local record       = KEYS[1] -- [hash]
local buyer_log    = KEYS[2] -- [stream]
local staff_log    = KEYS[3] -- [stream]
local buyer_nodes  = KEYS[4] -- [set]
local staff_nodes  = KEYS[5] -- [set]
local claim        = ARGV[1] -- [number] of the desk; a newer claim has a higher one
local agent        = ARGV[2] -- [id]
local buyer_id     = ARGV[3] -- [id]     of the event for the buyer
local buyer_event  = ARGV[4] -- [json]
local staff_id     = ARGV[5] -- [id]     of the event for the staff
local staff_before = ARGV[6] -- [json]   the staff's event up to the revision, which only this script knows
local staff_after  = ARGV[7] -- [json]   and behind it

local known = redis.call('HMGET', record, 'state', 'claim', 'revision', 'buyer_seq', 'staff_seq', 'ts')
if not known[1] then
  return {'NOT_FOUND'}
end
if known[1] == 'CLOSED' then
  return {'CLOSED'}
end
if tonumber(claim) == tonumber(known[2]) and known[1] == 'ASSIGNED' then
  return {'REPEATED', tonumber(known[3])}
end
if tonumber(claim) <= tonumber(known[2]) then
  return {'STALE'}
end
local revision = known[3] + 1
local now = now_after(known[6])
local buyer_seq, staff_seq = known[4] + 1, known[5] + 1
local staff_event = staff_before .. revision .. staff_after
append(buyer_log, buyer_seq, buyer_id, now, buyer_event)
append(staff_log, staff_seq, staff_id, now, staff_event)
redis.call('HSET', record, 'state', 'ASSIGNED', 'agent', agent, 'revision', revision, 'claim', claim,
  'buyer_seq', buyer_seq, 'staff_seq', staff_seq, 'ts', string.format('%.0f', now))
return {'APPENDED', revision, now, buyer_seq, redis.call('SMEMBERS', buyer_nodes),
  staff_seq, staff_event, redis.call('SMEMBERS', staff_nodes)}
