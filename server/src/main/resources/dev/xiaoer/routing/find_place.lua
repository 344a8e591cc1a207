-- Where a waiting conversation stands, and who is there for it.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local group        = ARGV[2] -- [id]

local ahead = redis.call('ZRANK', desk .. ':queue:' .. group, conversation)
return {redis_now(desk), ahead and ahead + 1 or 0, redis.call('SCARD', desk .. ':onduty:' .. group),
  redis.call('ZCARD', desk .. ':seats:' .. group), redis.call('LRANGE', desk .. ':pace:' .. group, 0, -1)}
