-- Takes the conversation from an agent who is gone while its buyer waits, and lets it wait for another.
local record       = KEYS[1] -- [hash]
local buyer_log    = KEYS[2] -- [stream]
local staff_log    = KEYS[3] -- [stream]
local buyer_nodes  = KEYS[4] -- [set]
local staff_nodes  = KEYS[5] -- [set]
local agent        = ARGV[1] -- [id]
local buyer_id     = ARGV[2] -- [id]
local buyer_event  = ARGV[3] -- [json]
local staff_id     = ARGV[4] -- [id]
local staff_before = ARGV[5] -- [json]
local staff_after  = ARGV[6] -- [json]

local known = redis.call('HMGET', record, 'state', 'agent', 'asked', 'revision', 'buyer_seq', 'staff_seq', 'ts')
if known[1] ~= 'ASSIGNED' or known[2] ~= agent then
  return {'STALE'}
end
if known[3] == '' then
  return {'ANSWERED'}
end
local revision = known[4] + 1
local now = now_after(known[7])
local buyer_seq, staff_seq = known[5] + 1, known[6] + 1
local staff_event = staff_before .. revision .. staff_after
append(buyer_log, buyer_seq, buyer_id, now, buyer_event)
append(staff_log, staff_seq, staff_id, now, staff_event)
redis.call('HSET', record, 'state', 'WAITING', 'agent', '', 'revision', revision,
  'buyer_seq', buyer_seq, 'staff_seq', staff_seq, 'ts', string.format('%.0f', now))
return {'APPENDED', revision, now, buyer_seq, redis.call('SMEMBERS', buyer_nodes),
  staff_seq, staff_event, redis.call('SMEMBERS', staff_nodes)}
