-- What somebody began and did not finish: claims not recorded in time, conversations unsettled for too long.
local desk     = KEYS[1] -- [prefix]
local patience = ARGV[1] -- [ms] how long a change in two places may take
local most     = ARGV[2] -- [number]

local now = redis_now(desk)
local claims = {}
for _, conversation in ipairs(redis.call('ZRANGEBYSCORE', desk .. ':claims', '-inf', whole(now), 'LIMIT', 0, most)) do
  local number, agent = string.match(redis.call('HGET', desk .. ':owners', conversation) or '', '^(%d+) (.+)$')
  if agent then
    local seat = redis.call('HMGET', desk .. ':seat:' .. agent, 'name', 'load', 'cap')
    claims[#claims + 1] = {conversation, tonumber(number), agent, seat[1], tonumber(seat[2]) - 1, tonumber(seat[3])}
  else
    redis.call('ZREM', desk .. ':claims', conversation)
  end
end
local unsettled = {}
for _, conversation in ipairs(redis.call('ZRANGEBYSCORE', desk .. ':unsettled', '-inf', whole(now - patience),
  'LIMIT', 0, most)) do
  unsettled[#unsettled + 1] = {conversation, tonumber(redis.call('HGET', desk .. ':marks', conversation) or 0)}
end
return {claims, unsettled}
