-- Remembers a file of a conversation.
local attachments = KEYS[1] -- [hash] the conversation's files by id
local id          = ARGV[1] -- [id]   of the attachment
local record      = ARGV[2] -- [JSON] what is known about it

redis.call('HSET', attachments, id, record)
return {}
