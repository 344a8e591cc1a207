-- A buyer takes back the own words.
local record    = KEYS[1] -- [hash]
local buyer_log = KEYS[2] -- [stream]
local refs      = KEYS[3] -- [hash]
local nodes     = KEYS[4] -- [set]
local recalled  = KEYS[5] -- [hash]   seq -> what readers get instead
local shop      = ARGV[1] -- [id]
local buyer     = ARGV[2] -- [id]
local own       = ARGV[3] -- [lines]  how the events begin that the author may take back
local seq       = ARGV[4] -- [number] of what is taken back
local limit     = ARGV[5] -- [ms]     how long after it was said
local ref       = ARGV[6] -- [ref]
local print     = ARGV[7] -- [hash]
local event     = ARGV[8] -- [json]
local withdrawn = ARGV[9] -- [json]   what stands in its place from now on

local known = redis.call('HMGET', record, 'buyer', 'shop')
if known[1] ~= buyer or known[2] ~= shop then
  return {'NOT_FOUND'}
end
return take_back(record, buyer_log, refs, nodes, recalled, own, seq, limit, ref, print, event, withdrawn)
