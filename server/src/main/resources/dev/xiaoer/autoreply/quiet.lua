-- When nobody is on duty for a group.

-- Since when that is so, as far as somebody has looked; nil while somebody is there.
local function quiet_since(desk, group, now)
  local quiet = desk .. ':quiet'
  if redis.call('SCARD', desk .. ':onduty:' .. group) > 0 then
    redis.call('HDEL', quiet, group)
    return nil
  end
  redis.call('HSETNX', quiet, group, whole(now))
  return redis.call('HGET', quiet, group)
end
