-- What somebody began and did not finish: claims not recorded in time, conversations unsettled for too long; and what was
-- offered to agents who did not answer in time.
local desk     = KEYS[1] -- [prefix]
local patience = ARGV[1] -- [ms] how long a change in two places may take
local most     = ARGV[2] -- [number]

local now = redis_now(desk)

-- The claims of those conversations whose time has come; what is nobody's any more is taken away.
local function due(key)
  local claims = {}
  for _, conversation in ipairs(redis.call('ZRANGEBYSCORE', key, '-inf', whole(now), 'LIMIT', 0, most)) do
    local claim = claim_of(desk, conversation)
    if claim then
      claims[#claims + 1] = claim
    else
      redis.call('ZREM', key, conversation)
    end
  end
  return claims
end

local unsettled = {}
for _, conversation in ipairs(redis.call('ZRANGEBYSCORE', desk .. ':unsettled', '-inf', whole(now - patience),
  'LIMIT', 0, most)) do
  unsettled[#unsettled + 1] = {conversation, tonumber(redis.call('HGET', desk .. ':marks', conversation) or 0)}
end
return {due(desk .. ':claims'), unsettled, due(desk .. ':offers')}
