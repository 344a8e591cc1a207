-- Somebody has seen to a question; who did so first stays.
local desk  = KEYS[1] -- [prefix]
local id    = ARGV[1] -- [id]
local group = ARGV[2] -- [id]
local by    = ARGV[3] -- [id]
local name  = ARGV[4] -- [text] theirs

if redis.call('ZREM', desk .. ':registrations:' .. group, id) == 0 then
  return {'KNOWN'}
end
redis.call('HSET', desk .. ':registration:' .. id, 'done_at', whole(redis_now(desk)), 'done_by', by, 'done_by_name', name)
return {'DONE'}
