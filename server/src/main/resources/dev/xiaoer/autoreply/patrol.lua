-- The next open conversations of a desk to be looked at; a few at a time, one after the other, whichever node asks. It
-- also sees which groups nobody is on duty for.
local desk  = KEYS[1] -- [prefix]
local most  = ARGV[1] -- [number] about how many
local apart = ARGV[2] -- [ms]     so long after the last look there is nothing to do

local now = redis_now(desk)
local clock = desk .. ':clock'
local known = redis.call('HMGET', clock, 'patrolled', 'patrol')
if known[1] and math.abs(now - known[1]) < tonumber(apart) then
  return {now, {}}
end
for _, group in ipairs(redis.call('SMEMBERS', desk .. ':queues')) do
  quiet_since(desk, group, now)
end
local page = redis.call('HSCAN', desk .. ':places', known[2] or '0', 'COUNT', most)
redis.call('HSET', clock, 'patrolled', whole(now), 'patrol', page[1])
local conversations = {}
for i = 1, #page[2], 2 do
  conversations[#conversations + 1] = page[2][i]
end
return {now, conversations}
