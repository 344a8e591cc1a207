-- What the desk says by itself at one moment: to the buyer, and to the staff why. Once, whoever tries again, and only if
-- everything is as it was when this was decided. It answers nobody: who waits goes on waiting.
local record      = KEYS[1] -- [hash]
local buyer_log   = KEYS[2] -- [stream]
local staff_log   = KEYS[3] -- [stream]
local refs        = KEYS[4] -- [hash]
local said        = KEYS[5] -- [hash] rule → when and how often
local buyer_nodes = KEYS[6] -- [set]
local staff_nodes = KEYS[7] -- [set]
local moment      = ARGV[1] -- [id]   of what this is said to
local heard       = ARGV[2] -- [seq]  of the buyer's words that this is said to, '' if to none
local state       = ARGV[3] -- of the conversation, as it was decided on
local agent       = ARGV[4] -- [id]   whose it was, '' if nobody's
local asked       = ARGV[5] -- [ms]   since when the buyer waited, '' if not
-- from 6 on, of each line: the id of the message, the message, the id of its explanation, the explanation up to the seq
-- and behind it, the rule (or '' where it is counted elsewhere), what the memory has of it, what it is to have

local LINE = 8
local known = redis.call('HMGET', record, 'state', 'agent', 'asked', 'buyer_seq', 'staff_seq', 'ts')
if not known[1] then
  return {'NOT_FOUND'}
end
if redis.call('HEXISTS', refs, moment) == 1 then
  return {'REPEATED'}
end
if known[1] ~= state or known[2] ~= agent or known[3] ~= asked then
  return {'STALE'}
end
for i = 6, #ARGV, LINE do
  if ARGV[i + 5] ~= '' and (redis.call('HGET', said, ARGV[i + 5]) or '') ~= ARGV[i + 6] then
    return {'STALE'}
  end
end
local now = now_after(known[6])
local buyer_seq, staff_seq = tonumber(known[4]), tonumber(known[5])
remember(refs, moment, buyer_seq + 1, 'desk')
local explained = {}
for i = 6, #ARGV, LINE do
  buyer_seq, staff_seq = buyer_seq + 1, staff_seq + 1
  local explanation = ARGV[i + 3] .. buyer_seq .. ARGV[i + 4]
  append(buyer_log, buyer_seq, ARGV[i], now, ARGV[i + 1])
  append(staff_log, staff_seq, ARGV[i + 2], now, explanation)
  explained[#explained + 1] = explanation
  if ARGV[i + 5] ~= '' then
    redis.call('HSET', said, ARGV[i + 5], ARGV[i + 7])
  end
end
redis.call('HSET', record, 'buyer_seq', buyer_seq, 'staff_seq', staff_seq, 'ts', string.format('%.0f', now))
if heard ~= '' then
  redis.call('HSET', record, 'heard', heard)
end
return {'SAID', now, buyer_seq, redis.call('SMEMBERS', buyer_nodes), staff_seq, redis.call('SMEMBERS', staff_nodes),
  explained}
