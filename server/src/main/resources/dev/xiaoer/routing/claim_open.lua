-- One open conversation per buyer and shop, however many tabs: answers the one there is, or takes the one proposed.
local open     = KEYS[1] -- [string] the open conversation of this buyer
local proposed = ARGV[1] -- [id]
local over     = ARGV[2] -- [id]     a conversation that is known to be closed, '' if none

local present = redis.call('GET', open)
if present and present ~= over then
  return {present}
end
redis.call('SET', open, proposed)
return {proposed}
