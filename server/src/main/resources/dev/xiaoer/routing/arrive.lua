-- A buyer waits from here on, or leaves a message while nobody would come soon. One who waits or is served already
-- changes nothing.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local group        = ARGV[2] -- [id]
local priority     = ARGV[3] -- [0..9] 9 first
local mark         = ARGV[4] -- [number] of the change this finishes, 0 if it finishes none
local shop         = ARGV[5] -- [id]
local buyer        = ARGV[6] -- [id]
local online       = ARGV[7] -- [ms] how long a buyer comes back to the last agent while that one is online
local hung_up      = ARGV[8] -- [ms] and while that one is hung up
local hours        = ARGV[9] -- OPEN | CLOSED
local most         = ARGV[10] -- [number] of buyers who wait at once, '' for any

settled(desk, conversation, mark)
local returns = ''
if redis.call('HEXISTS', desk .. ':places', conversation) == 0 then
  local place = (9 - priority) * 1e12 + redis.call('HINCRBY', desk .. ':clock', 'arrivals', 1)
  if hours == 'CLOSED' or not may_wait(desk, group, most) then
    place = place + LEFT
  end
  local now = redis_now(desk)
  redis.call('HSET', desk .. ':places', conversation, whole(place))
  redis.call('ZADD', desk .. ':came', whole(now), conversation)
  redis.call('HSET', desk .. ':groups', conversation, group)
  redis.call('HSET', desk .. ':buyers', conversation, shop .. ':' .. buyer)
  local served, agent = string.match(redis.call('GET', desk .. ':served:' .. shop .. ':' .. buyer) or '',
    '^(%d+) (.+)$')
  if agent then
    redis.call('HSET', desk .. ':lately', conversation,
      table.concat({whole(served + online), whole(served + hung_up), served, agent}, ' '))
    returns = agent
  end
  if hours == 'CLOSED' then
    rest(desk, conversation, group, place)
  else
    wait(desk, conversation, group, now)
  end
end
local ahead = redis.call('ZRANK', desk .. ':queue:' .. group, conversation)
return {'ARRIVED', ahead and ahead + 1 or 0, returns}
