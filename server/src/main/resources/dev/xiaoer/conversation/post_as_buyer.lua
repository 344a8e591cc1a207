-- A buyer speaks.
local record    = KEYS[1] -- [hash]
local buyer_log = KEYS[2] -- [stream]
local refs      = KEYS[3] -- [hash]
local nodes     = KEYS[4] -- [set]
local buyer     = ARGV[1] -- [id]
local ref       = ARGV[2] -- [ref]
local print     = ARGV[3] -- [hash]
local event     = ARGV[4] -- [json]

return buyer_says(record, buyer_log, refs, nodes, buyer, ref, print, event)
