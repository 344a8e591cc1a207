-- The offers that come to nothing before their time is over. What has to be written down later has its timer.
local desk = KEYS[1] -- [prefix]

local now = redis_now(desk)
local ids = {}
for _, id in ipairs(redis.call('HVALS', desk .. ':transferring')) do
  if lapsed(desk, id, now) then
    ids[#ids + 1] = id
  end
end
return ids
