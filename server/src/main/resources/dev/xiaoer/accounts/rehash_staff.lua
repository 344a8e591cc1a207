-- Replaces a password's hash by a stronger one of the same password.
local member = KEYS[1] -- [hash] the account
local old = ARGV[1] -- [text] the hash that was checked
local new = ARGV[2] -- [text] the one with today's parameters

if redis.call('HGET', member, 'password') ~= old then
  return { 0 }
end
redis.call('HSET', member, 'password', new)
return { 1 }
