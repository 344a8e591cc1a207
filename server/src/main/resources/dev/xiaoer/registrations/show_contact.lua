-- Writes down that somebody looks at how to reach the buyer, before it is shown (C8).
local desk = KEYS[1] -- [prefix]
local id   = ARGV[1] -- [id]
local by   = ARGV[2] -- [id]

redis.call('RPUSH', desk .. ':registration:' .. id .. ':shown', whole(redis_now(desk)) .. ' ' .. by)
return {'SHOWN'}
