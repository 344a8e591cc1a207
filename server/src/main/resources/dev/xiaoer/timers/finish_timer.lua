-- What was due is done. One that was armed again meanwhile stands.
local desk    = KEYS[1] -- [prefix]
local kind    = ARGV[1] -- [word]
local subject = ARGV[2] -- [id]
local number  = ARGV[3] -- [number] of the arming that is done

local armed = redis.call('HGET', desk .. ':armed', kind .. ' ' .. subject)
if not armed or string.match(armed, '^%d+') ~= number then
  return {'KNOWN'}
end
cancel_timer(desk, kind, subject)
return {'FINISHED'}
