-- Appends what an agent says to the buyer, if the conversation is the agent's at the revision the agent saw.
local record    = KEYS[1] -- [hash]
local buyer_log = KEYS[2] -- [stream]
local refs      = KEYS[3] -- [hash]
local nodes     = KEYS[4] -- [set]
local desk      = ARGV[1] -- [id]
local agent     = ARGV[2] -- [id]
local revision  = ARGV[3] -- [number]
local ref       = ARGV[4] -- [ref]
local print     = ARGV[5] -- [hash]
local event     = ARGV[6] -- [json]

local known = redis.call('HMGET', record, 'desk', 'state', 'agent', 'revision', 'buyer_seq', 'ts')
if known[1] ~= desk then
  return {'NOT_FOUND'}
end
local before = said_before(refs, ref, print)
if before == 'REF_REUSED' then
  return {before}
end
if before then
  return {'REPEATED', before[1], before[2], redis.call('SMEMBERS', nodes)}
end
if known[2] == 'CLOSED' then
  return {'CLOSED'}
end
if known[3] ~= agent or known[4] ~= revision then
  return {'STALE'}
end
local seq = known[5] + 1
local now = now_after(known[6])
append(buyer_log, seq, ref, now, event)
remember(refs, ref, seq, now, print)
redis.call('HSET', record, 'buyer_seq', seq, 'ts', string.format('%.0f', now), 'asked', '')
return {'APPENDED', seq, now, redis.call('SMEMBERS', nodes)}
