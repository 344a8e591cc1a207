-- Tells an agent on the own topic that a note mentions them; the repeat of the note tells nobody twice.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local note         = ARGV[2] -- [ref]
local posted       = ARGV[3] -- [ms]   when the note was
local agent        = ARGV[4] -- [id]
local kept         = ARGV[5] -- [ms]   how long it is remembered
local id           = ARGV[6] -- [id]   of the event
local event        = ARGV[7] -- [json]

local now = redis_now(desk)
if now - posted > tonumber(kept) then
  return {'KNOWN'} -- told long ago, and no longer remembered
end
local mentioned = desk .. ':mentioned'
redis.call('ZREMRANGEBYSCORE', mentioned, '-inf', whole(now - kept))
if redis.call('ZADD', mentioned, 'NX', whole(now), conversation .. ' ' .. note .. ' ' .. agent) == 0 then
  return {'KNOWN'}
end
return {'MENTIONED', tell_agent(desk, agent, id, now, event)}
