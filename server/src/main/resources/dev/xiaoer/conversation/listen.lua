-- How a conversation stands, and what the desk has said in it by itself.
local record = KEYS[1] -- [hash]
local said   = KEYS[2] -- [hash] rule → when and how often

return {redis.call('HGETALL', record), redis.call('HGETALL', said)}
