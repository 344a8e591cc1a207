-- Changes fields of an account that exists; what was handed out before may become void with it.
local member = KEYS[1] -- [hash] the account
local ends = ARGV[1] -- [0/1]  whether sessions and tickets become void
-- ARGV[2…]: fields and values

if redis.call('EXISTS', member) == 0 then
  return { 0 }
end
if #ARGV > 1 then
  redis.call('HSET', member, unpack(ARGV, 2))
end
if ends == '1' then
  redis.call('HINCRBY', member, 'epoch', 1)
end
return { 1 }
