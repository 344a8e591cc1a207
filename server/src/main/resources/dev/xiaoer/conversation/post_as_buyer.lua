-- A buyer speaks.
local record    = KEYS[1] -- [hash]
local buyer_log = KEYS[2] -- [stream]
local refs      = KEYS[3] -- [hash]
local nodes     = KEYS[4] -- [set]
local recalled  = KEYS[5] -- [hash]
local shop      = ARGV[1] -- [id]
local buyer     = ARGV[2] -- [id]
local ref       = ARGV[3] -- [ref]
local print     = ARGV[4] -- [hash]
local event     = ARGV[5] -- [json]

return buyer_says(record, buyer_log, refs, nodes, recalled, shop, buyer, ref, print, event)
