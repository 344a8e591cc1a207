-- Rings once when it is due, and writes down how late it was.
local desk    = KEYS[1] -- [prefix]
local kind    = ARGV[1] -- [word]
local subject = ARGV[2] -- [id]
local due     = ARGV[3] -- [ms]

local now = redis_now(desk)
if not timer_is_due(desk, kind, subject, now) then
  return {'KNOWN'}
end
cancel_timer(desk, kind, subject)
redis.call('HINCRBY', desk .. ':rung', kind .. ' ' .. subject, 1)
redis.call('ZADD', desk .. ':late', now - due, kind .. ' ' .. subject)
return {'RUNG'}
