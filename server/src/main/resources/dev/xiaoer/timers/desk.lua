-- The desk's time, and what is to happen at a time. All of it lies under the desk's tag; its keys are made from the
-- desk's prefix, which is KEYS[1].

-- The desk's time in ms: that of Redis, so that it is one for all nodes. A rehearsal sets `ahead` to see what the desk
-- does in ten minutes or tomorrow; nothing in the product writes it.
local function redis_now(desk)
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000) + (redis.call('HGET', desk .. ':clock', 'ahead') or 0)
end

local function whole(number)
  return string.format('%.0f', number)
end

-- Something of this kind is to happen to the subject at this time. One armed before, of this kind and subject, is not.
-- The kind is a word; due is in ms of the desk's time.
local function arm_timer(desk, kind, subject, due, payload)
  local name = kind .. ' ' .. subject
  local number = redis.call('HINCRBY', desk .. ':clock', 'timers', 1)
  redis.call('HSET', desk .. ':armed', name, number .. ' ' .. whole(due) .. ' ' .. payload)
  redis.call('ZADD', desk .. ':timers', whole(due), name)
end

local function cancel_timer(desk, kind, subject)
  local name = kind .. ' ' .. subject
  redis.call('ZREM', desk .. ':timers', name)
  redis.call('HDEL', desk .. ':armed', name)
end

-- Whether it still is to happen, and its time has come: whoever does it asks in the same step, and cancels it there. Then
-- it happens once and never early, however often it was taken.
local function timer_is_due(desk, kind, subject, now)
  local armed = redis.call('HGET', desk .. ':armed', kind .. ' ' .. subject)
  return armed and tonumber(string.match(armed, '^%d+ (%d+)')) <= now
end
