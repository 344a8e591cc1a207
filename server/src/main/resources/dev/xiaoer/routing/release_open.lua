-- The conversation is closed: the buyer's next message opens another.
local open         = KEYS[1] -- [string]
local conversation = ARGV[1] -- [id]

if redis.call('GET', open) == conversation then
  redis.call('DEL', open)
end
return {'RELEASED'}
