-- One open conversation per buyer and shop, however many tabs: answers the one there is, or takes the one proposed. What
-- is taken is listed before it is opened, so that no conversation is missing; one that is never opened has no record.
local open          = KEYS[1] -- [string] the open conversation of this buyer
local conversations = KEYS[2] -- [zset]   all of this buyer's that are remembered
local proposed      = ARGV[1] -- [id]
local over          = ARGV[2] -- [id]     a conversation that is known to be closed, '' if none
local kept          = ARGV[3] -- [ms]     how long the list is kept
local most          = ARGV[4] -- [number] of conversations in it

local present = redis.call('GET', open)
if present and present ~= over then
  return {present}
end
redis.call('SET', open, proposed)
local time = redis.call('TIME')
redis.call('ZADD', conversations, 'NX', string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)), proposed)
redis.call('ZREMRANGEBYRANK', conversations, 0, -1 - most)
redis.call('PEXPIRE', conversations, kept)
return {proposed}
