-- Keeps what was settled for a group, unless it was changed since it was read.
local rules   = KEYS[1] -- [hash]   group → its rules
local group   = ARGV[1] -- [id]
local version = ARGV[2] -- [number] that was read, 0 if there was none
local wanted  = ARGV[3] -- [json]   with the next version

local kept = redis.call('HGET', rules, group)
if (kept and cjson.decode(kept).version or 0) ~= tonumber(version) then
  return {'STALE'}
end
redis.call('HSET', rules, group, wanted)
return {'SAVED'}
