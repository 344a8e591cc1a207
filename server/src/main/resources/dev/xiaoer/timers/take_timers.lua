-- Takes what is due, so that no other node does it meanwhile. What was taken and is never finished is due again when the
-- lease ends. Answers each as {kind, subject, due, payload, number}.
local desk  = KEYS[1] -- [prefix]
local lease = ARGV[1] -- [ms]
local most  = ARGV[2] -- [number] of timers

local now = redis_now(desk)
local taken = {}
for _, name in ipairs(redis.call('ZRANGEBYSCORE', desk .. ':timers', '-inf', whole(now), 'LIMIT', 0, most)) do
  redis.call('ZADD', desk .. ':timers', whole(now + lease), name)
  local kind, subject = string.match(name, '^(%S+) (.*)$')
  local number, due, payload = string.match(redis.call('HGET', desk .. ':armed', name), '^(%d+) (%d+) (.*)$')
  taken[#taken + 1] = {kind, subject, tonumber(due), payload, tonumber(number)}
end
return taken
