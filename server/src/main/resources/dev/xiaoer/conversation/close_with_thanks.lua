-- An agent thanks the buyer and ends the conversation, both or neither (C6). The ref is that of the thanks.
local record    = KEYS[1] -- [hash]
local buyer_log = KEYS[2] -- [stream]
local refs      = KEYS[3] -- [hash]
local nodes     = KEYS[4] -- [set]
local recalled  = KEYS[5] -- [hash]
local desk      = ARGV[1] -- [id]
local agent     = ARGV[2] -- [id]
local revision  = ARGV[3] -- [number]
local ref       = ARGV[4] -- [ref]
local print     = ARGV[5] -- [hash] of both events: thanks that closed nothing are something else
local thanks    = ARGV[6] -- [json]
local id        = ARGV[7] -- [id]   of the event that ends it
local event     = ARGV[8] -- [json]

local answer = agent_replies(record, buyer_log, refs, nodes, recalled, desk, agent, revision, ref, print, thanks)
if answer[1] == 'APPENDED' then
  append(buyer_log, answer[2] + 1, id, answer[3], event)
  redis.call('HSET', record, 'buyer_seq', answer[2] + 1)
  ended(record, revision, answer[3])
end
return answer
