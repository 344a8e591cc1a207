-- Writes down that a conversation is about to change in two places. Whoever finds it so after a while puts it right.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]

redis.call('ZADD', desk .. ':unsettled', whole(redis_now()), conversation)
return {'UNSETTLED'}
