-- An agent ends the conversation with the event that says so.
local record    = KEYS[1] -- [hash]
local buyer_log = KEYS[2] -- [stream]
local refs      = KEYS[3] -- [hash]
local nodes     = KEYS[4] -- [set]
local recalled  = KEYS[5] -- [hash]
local desk      = ARGV[1] -- [id]
local agent     = ARGV[2] -- [id]
local revision  = ARGV[3] -- [number]
local ref       = ARGV[4] -- [ref]
local print     = ARGV[5] -- [hash]
local event     = ARGV[6] -- [json]
local asking    = ARGV[7] -- [json] the same event, if the buyer is asked how content they are: an agent had replied

local replied = redis.call('HGET', record, 'replied')
local chosen = replied and asking or event
local answer = agent_says(record, buyer_log, refs, nodes, recalled, desk, agent, revision, ref, print, chosen)
if answer[1] == 'APPENDED' then
  ended(record, revision, answer[3])
  answer[5] = chosen
end
return answer
