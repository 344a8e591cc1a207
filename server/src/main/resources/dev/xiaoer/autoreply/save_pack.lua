-- Keeps a desk's rule pack, if nobody has kept another since it was read.
local pack    = KEYS[1] -- [hash]
local version = ARGV[1] -- [number] that was read, 0 if there was none
local yaml    = ARGV[2] -- [text]

if (redis.call('HGET', pack, 'version') or '0') ~= version then
  return {'STALE'}
end
redis.call('HSET', pack, 'version', version + 1, 'yaml', yaml)
return {'SAVED'}
