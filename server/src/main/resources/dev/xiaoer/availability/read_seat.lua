-- How an agent stands, and what the time is at the desk.
local desk  = KEYS[1] -- [prefix]
local agent = ARGV[1] -- [id]

return {redis_now(desk), redis.call('HGETALL', desk .. ':seat:' .. agent)}
