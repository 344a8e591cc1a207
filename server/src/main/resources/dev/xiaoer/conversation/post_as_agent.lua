-- An agent speaks.
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

return agent_replies(record, buyer_log, refs, nodes, recalled, desk, agent, revision, ref, print, event)
