-- Since when nobody has been on duty for a group; 0 while somebody is.
local desk  = KEYS[1] -- [prefix]
local group = ARGV[1] -- [id]

local now = redis_now(desk)
return {now, tonumber(quiet_since(desk, group, now) or 0)}
