-- Records a claim that came of a transfer: the conversation is the receiver's from here on, and what the buyer waits for
-- stays asked of the giver. The same claim again changes nothing, whatever has become of the conversation since.
local record       = KEYS[1] -- [hash]
local buyer_log    = KEYS[2] -- [stream]
local staff_log    = KEYS[3] -- [stream]
local buyer_nodes  = KEYS[4] -- [set]
local staff_nodes  = KEYS[5] -- [set]
local claim        = ARGV[1] -- [number] of the desk; a newer claim has a higher one
local agent        = ARGV[2] -- [id]
local group        = ARGV[3] -- [id]     the conversation's from here on
local giver        = ARGV[4] -- [id]
local buyer_id     = ARGV[5] -- [id]     of the event for the buyer
local buyer_event  = ARGV[6] -- [json]
local staff_id     = ARGV[7] -- [id]     of the event for the staff
local staff_before = ARGV[8] -- [json]   the staff's event up to since when the buyer waits, which only this script knows
local staff_after  = ARGV[9] -- [json]   and behind it

local known = redis.call('HMGET', record, 'state', 'claim', 'revision', 'buyer_seq', 'staff_seq', 'ts', 'asked', 'asked_of')
if not known[1] then
  return {'NOT_FOUND'}
end
if tonumber(claim) <= tonumber(known[2]) then
  return {'REPEATED', tonumber(known[3])}
end
if known[1] == 'CLOSED' then
  return {'CLOSED'}
end
local revision = known[3] + 1
local now = now_after(known[6])
local buyer_seq, staff_seq = known[4] + 1, known[5] + 1
local staff_event = staff_before .. (known[7] == '' and 'null' or known[7]) .. staff_after
append(buyer_log, buyer_seq, buyer_id, now, buyer_event)
append(staff_log, staff_seq, staff_id, now, staff_event)
redis.call('HSET', record, 'state', 'ASSIGNED', 'agent', agent, 'group', group, 'revision', revision, 'claim', claim,
  'buyer_seq', buyer_seq, 'staff_seq', staff_seq, 'ts', string.format('%.0f', now))
redis.call('HINCRBY', record, 'hops', 1)
-- Of a round that passes through several hands, the first is remembered.
if known[7] ~= '' and string.match(known[8] or '', '^%d+') ~= known[7] then
  redis.call('HSET', record, 'asked_of', known[7] .. ' ' .. giver)
end
return {'APPENDED', revision, now, buyer_seq, redis.call('SMEMBERS', buyer_nodes),
  staff_seq, staff_event, redis.call('SMEMBERS', staff_nodes)}
