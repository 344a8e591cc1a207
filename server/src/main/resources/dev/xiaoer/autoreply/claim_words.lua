-- What a buyer is about to be told in one of the conversations is counted for the buyer: all of it, or none if something
-- was told meanwhile. Whoever claims it again for the same moment, because it could not be said, gets it.
local said   = KEYS[1] -- [hash]
local moment = ARGV[1] -- [id]
local kept   = ARGV[2] -- [ms] how long it is remembered
-- from 3 on: a rule, what was remembered of it ('' for nothing), what is to be remembered

for i = 3, #ARGV, 3 do
  if (redis.call('HGET', said, ARGV[i]) or '') ~= ARGV[i + 1]
    and redis.call('HGET', said, ARGV[i] .. ' by') ~= moment .. ' ' .. ARGV[i + 1] then
    return {'STALE'}
  end
end
for i = 3, #ARGV, 3 do
  redis.call('HSET', said, ARGV[i], ARGV[i + 2], ARGV[i] .. ' by', moment .. ' ' .. ARGV[i + 1])
end
redis.call('PEXPIRE', said, kept)
return {'CLAIMED'}
