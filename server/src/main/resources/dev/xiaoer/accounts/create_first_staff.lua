-- Adds the first account of the installation and uses up the token that allows it.
local names = KEYS[1] -- [hash]   sign-in name → staff id
local member = KEYS[2] -- [hash]   the account
local desk = KEYS[3] -- [set]    staff ids of the desk
local setup = KEYS[4] -- [string] hash of the token
local name = ARGV[1] -- [text]   sign-in name in lower case
local id = ARGV[2] -- [text]   staff id
local token = ARGV[3] -- [text]   hash of the token shown
-- ARGV[4…]: fields and values of the account

if redis.call('EXISTS', names) == 1 or redis.call('GET', setup) ~= token then
  return { 0 }
end
redis.call('DEL', setup)
redis.call('HSET', names, name, id)
redis.call('HSET', member, unpack(ARGV, 4))
redis.call('SADD', desk, id)
return { 1 }
