-- A buyer says once how content they are, soon after the close of a conversation in which an agent replied (C6).
local record    = KEYS[1] -- [hash]
local buyer_log = KEYS[2] -- [stream]
local refs      = KEYS[3] -- [hash]
local nodes     = KEYS[4] -- [set]
local recalled  = KEYS[5] -- [hash]
local shop      = ARGV[1] -- [id]
local buyer     = ARGV[2] -- [id]
local stars     = ARGV[3] -- [1..5]
local limit     = ARGV[4] -- [ms]   how long after the close
local ref       = ARGV[5] -- [ref]
local print     = ARGV[6] -- [hash]
local event     = ARGV[7] -- [json]

local known = redis.call('HMGET', record, 'buyer', 'shop', 'state', 'replied', 'rated', 'closed', 'buyer_seq', 'ts')
if known[1] ~= buyer or known[2] ~= shop then
  return {'NOT_FOUND'}
end
local before = said_before(refs, ref, print, buyer_log, recalled, nodes)
if before then
  return before
end
if known[3] ~= 'CLOSED' or not known[4] then
  return {'RATING_NOT_ASKED'}
end
if known[5] then
  return {'RATED_ALREADY'}
end
local now = now_after(known[8])
if now - known[6] > tonumber(limit) then
  return {'RATING_TOO_LATE'}
end
local seq = known[7] + 1
append(buyer_log, seq, ref, now, event)
remember(refs, ref, seq, print)
redis.call('HSET', record, 'rated', stars, 'buyer_seq', seq, 'ts', string.format('%.0f', now))
return {'APPENDED', seq, now, redis.call('SMEMBERS', nodes)}
