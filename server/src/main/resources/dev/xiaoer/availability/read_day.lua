-- The intervals of an agent's day, from the one in which it begins, each {'<number> <interval>', when it began}.
local desk  = KEYS[1] -- [prefix]
local agent = ARGV[1] -- [id]
local from  = ARGV[2] -- [ms]
local to    = ARGV[3] -- [ms]

local day = desk .. ':day:' .. agent
local intervals = redis.call('ZREVRANGEBYSCORE', day, '(' .. from, '-inf', 'WITHSCORES', 'LIMIT', 0, 1)
for _, part in ipairs(redis.call('ZRANGEBYSCORE', day, from, '(' .. to, 'WITHSCORES')) do
  intervals[#intervals + 1] = part
end
return {redis_now(desk), intervals}
