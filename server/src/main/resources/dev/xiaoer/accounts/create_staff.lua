-- Adds an account; id and sign-in name are free or nothing happens.
local names = KEYS[1] -- [hash] sign-in name → staff id
local member = KEYS[2] -- [hash] the account
local desk = KEYS[3] -- [set]  staff ids of the desk
local name = ARGV[1] -- [text] sign-in name in lower case
local id = ARGV[2] -- [text] staff id
-- ARGV[3…]: fields and values of the account

if redis.call('EXISTS', member) == 1 or redis.call('HSETNX', names, name, id) == 0 then
  return { 0 }
end
redis.call('HSET', member, unpack(ARGV, 3))
redis.call('SADD', desk, id)
return { 1 }
