-- Somebody of the staff takes back the own words, whoever has the conversation now.
local record    = KEYS[1] -- [hash]
local buyer_log = KEYS[2] -- [stream]
local refs      = KEYS[3] -- [hash]
local nodes     = KEYS[4] -- [set]
local recalled  = KEYS[5] -- [hash]   seq -> what readers get instead
local desk      = ARGV[1] -- [id]
local own       = ARGV[2] -- [lines]  how the events begin that the author may take back
local seq       = ARGV[3] -- [number] of what is taken back
local limit     = ARGV[4] -- [ms]     how long after it was said
local ref       = ARGV[5] -- [ref]
local print     = ARGV[6] -- [hash]
local event     = ARGV[7] -- [json]
local withdrawn = ARGV[8] -- [json]   what stands in its place from now on

if redis.call('HGET', record, 'desk') ~= desk then
  return {'NOT_FOUND'}
end
return take_back(record, buyer_log, refs, nodes, recalled, own, seq, limit, ref, print, event, withdrawn)
