-- The closed conversations of a desk, the youngest first.
local desk  = KEYS[1] -- [prefix]
local after = ARGV[1] -- [id]     the one to go on behind, '' to begin with the youngest
local most  = ARGV[2] -- [number]

local first = 0
if after ~= '' then
  local rank = redis.call('ZREVRANK', desk .. ':closed', after)
  if not rank then
    return {}
  end
  first = rank + 1
end
return redis.call('ZREVRANGE', desk .. ':closed', first, first + most - 1)
