-- Moves a side's mark forward; it never goes back, nor beyond what was said.
local record = KEYS[1] -- [hash]
local marks  = KEYS[2] -- [hash]
local nodes  = KEYS[3] -- [set]
local mark   = ARGV[1] -- [text]   `<side> received` or `<side> read`
local seq    = ARGV[2] -- [number]

local marked = tonumber(redis.call('HGET', marks, mark)) or 0
local head = tonumber(redis.call('HGET', record, 'buyer_seq')) or 0
if tonumber(seq) <= marked or tonumber(seq) > head then
  return {'KEPT'}
end
redis.call('HSET', marks, mark, seq)
return {'MOVED', redis.call('SMEMBERS', nodes)}
