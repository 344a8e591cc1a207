-- Counts an attempt, unless a pause stands; from the last free one on each attempt begins a pause, longer every time.
local key = KEYS[1] -- [hash] count, until: attempts and the end of the pause
local now = tonumber(ARGV[1]) -- [ms]
local free = tonumber(ARGV[2]) -- how many attempts until the first pause
local pause = tonumber(ARGV[3]) -- [ms]   the first pause
local longest = tonumber(ARGV[4]) -- [ms]   the longest pause
local forget = ARGV[5] -- [ms]   lifetime of the count

local paused = tonumber(redis.call('HGET', key, 'until') or '0')
if now < paused then
  return { paused - now }
end
local count = redis.call('HINCRBY', key, 'count', 1)
if count >= free then
  local wait = math.min(pause * 2 ^ math.min(count - free, 32), longest)
  redis.call('HSET', key, 'until', string.format('%.0f', now + wait))
end
redis.call('PEXPIRE', key, forget)
return { 0 }
