-- What is known about a file of a conversation; nothing if there is no such file.
local attachments = KEYS[1] -- [hash] the conversation's files by id
local id          = ARGV[1] -- [id]   of the attachment

local record = redis.call('HGET', attachments, id)
if record then
  return {record}
end
return {}
