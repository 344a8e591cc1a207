-- A page of a log in which some events have others in their place.
local log      = KEYS[1] -- [stream]
local replaced = KEYS[2] -- [hash]   seq -> what is read instead
local from     = ARGV[1] -- [number] the first seq
local count    = ARGV[2] -- [number]

local some = redis.call('EXISTS', replaced) == 1
local page = {}
for i, entry in ipairs(redis.call('XRANGE', log, from .. '-0', '+', 'COUNT', count)) do
  local seq = string.match(entry[1], '^%d+')
  page[i] = {tonumber(seq), some and redis.call('HGET', replaced, seq) or entry[2][2]}
end
return page
