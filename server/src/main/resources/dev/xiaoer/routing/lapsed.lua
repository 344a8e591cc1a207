-- Shared by the scripts that look for offers which come to nothing.

-- How an offer has ended by itself; nil while it stands, or when it was answered.
local function lapsed(desk, id, now)
  local known = redis.call('HMGET', desk .. ':transfer:' .. id, 'state', 'conversation', 'owner', 'to', 'until')
  if known[1] ~= 'OFFERED' then
    return nil
  end
  if redis.call('HGET', desk .. ':owners', known[2]) ~= known[3] then
    return 'WITHDRAWN'
  end
  local lease = tonumber(redis.call('ZSCORE', desk .. ':leases', known[4]) or 0)
  local gone = lease <= now or redis.call('HGET', desk .. ':seat:' .. known[4], 'state') == 'OFFLINE'
  return (gone or tonumber(known[5]) <= now) and 'EXPIRED' or nil
end
