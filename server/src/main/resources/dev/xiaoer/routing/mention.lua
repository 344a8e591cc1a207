-- Tells an agent on the own topic that a note mentions them; the repeat of the note tells nobody twice.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local note         = ARGV[2] -- [ref]
local agent        = ARGV[3] -- [id]
local kept         = ARGV[4] -- [ms]   how long it is remembered
local id           = ARGV[5] -- [id]   of the event
local event        = ARGV[6] -- [json]

local now = redis_now()
local mentioned = desk .. ':mentioned'
redis.call('ZREMRANGEBYSCORE', mentioned, '-inf', whole(now - kept))
if redis.call('ZADD', mentioned, 'NX', whole(now), conversation .. ' ' .. note .. ' ' .. agent) == 0 then
  return {'KNOWN'}
end
return {'MENTIONED', tell_agent(desk, agent, id, now, event)}
