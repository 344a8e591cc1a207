-- Takes one file from the allowance of a conversation and day, if both the number and the bytes suffice.
local uploads   = KEYS[1]           -- [hash]  files and bytes of the day
local bytes     = tonumber(ARGV[1]) -- [bytes] of this file
local max_files = tonumber(ARGV[2]) -- [count] of a day
local max_bytes = tonumber(ARGV[3]) -- [bytes] of a day

local had = redis.call('HMGET', uploads, 'files', 'bytes')
if tonumber(had[1] or 0) + 1 > max_files or tonumber(had[2] or 0) + bytes > max_bytes then
  return {0}
end
redis.call('HINCRBY', uploads, 'files', 1)
redis.call('HINCRBY', uploads, 'bytes', bytes)
-- a day begins at another moment on a node whose clock is off: kept for two
redis.call('EXPIRE', uploads, 172800)
return {1}
