-- Gives back one file to the allowance of a conversation and day.
local uploads = KEYS[1]           -- [hash]  files and bytes of the day
local bytes   = tonumber(ARGV[1]) -- [bytes] of this file

-- nothing to give back to when the day is over and its key is gone
if redis.call('EXISTS', uploads) == 1 then
  redis.call('HINCRBY', uploads, 'files', -1)
  redis.call('HINCRBY', uploads, 'bytes', -bytes)
end
return {}
