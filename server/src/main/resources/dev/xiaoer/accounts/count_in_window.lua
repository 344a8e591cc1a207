-- Counts something in a window of time and says how long to wait when it was too often.
local key = KEYS[1] -- [string] count of the window
local most = tonumber(ARGV[1]) -- how often in the window
local left = tonumber(ARGV[2]) -- [ms]     until the window ends
local keep = ARGV[3] -- [ms]     lifetime of the count

local count = redis.call('INCR', key)
redis.call('PEXPIRE', key, keep)
if count > most then
  return { left }
end
return { 0 }
