-- Writes down that a conversation is about to change in two places. Whoever finds it so after a while puts it right.
-- Answers the mark to take away at the end; 0 if another change is unfinished: then only the sweep takes it away.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]

local first = redis.call('ZADD', desk .. ':unsettled', 'NX', whole(redis_now(desk)), conversation)
local mark = redis.call('HINCRBY', desk .. ':clock', 'marks', 1)
redis.call('HSET', desk .. ':marks', conversation, mark)
return {'UNSETTLED', first == 1 and mark or 0}
