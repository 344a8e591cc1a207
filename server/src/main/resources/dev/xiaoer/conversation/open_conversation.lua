-- Opens a conversation with its buyer's first message. If it is open already, the message is one more.
local record       = KEYS[1] -- [hash]   the conversation
local buyer_log    = KEYS[2] -- [stream] the buyer topic
local refs         = KEYS[3] -- [hash]   what was said by ref
local nodes        = KEYS[4] -- [set]    the nodes that listen to the buyer topic
local desk         = ARGV[1] -- [id]
local shop         = ARGV[2] -- [id]
local group        = ARGV[3] -- [id]
local buyer        = ARGV[4] -- [id]
local name         = ARGV[5] -- [text]   the buyer's name, '' if not known
local ref          = ARGV[6] -- [ref]    of the first message
local print        = ARGV[7] -- [hash]   of what is said and by whom
local opening      = ARGV[8] -- [id]     of the event conversation.opened
local opened_event = ARGV[9] -- [json]
local event        = ARGV[10] -- [json]

if redis.call('EXISTS', record) == 1 then
  return buyer_says(record, buyer_log, refs, nodes, shop, buyer, ref, print, event)
end
local now = now_after(0)
redis.call('HSET', record, 'desk', desk, 'shop', shop, 'group', group, 'buyer', buyer, 'name', name,
  'state', 'WAITING', 'agent', '', 'revision', 1, 'claim', 0, 'asked', string.format('%.0f', now),
  'buyer_seq', 2, 'staff_seq', 0, 'ts', string.format('%.0f', now))
append(buyer_log, 1, opening, now, opened_event)
append(buyer_log, 2, ref, now, event)
remember(refs, ref, 2, now, print)
return {'OPENED', 2, now, redis.call('SMEMBERS', nodes)}
