-- The desk's conversations that came longer ago than a buyer is to wait, whoever has them.
local desk    = KEYS[1] -- [prefix]
local longest = ARGV[1] -- [ms]

return redis.call('ZRANGEBYSCORE', desk .. ':came', '-inf', whole(redis_now(desk) - longest))
