-- Opens a conversation with its buyer's first message. If it is open already, the message is one more. What the buyer says
-- about how to be reached goes to the staff only.
local record        = KEYS[1] -- [hash]   the conversation
local buyer_log     = KEYS[2] -- [stream] the buyer topic
local refs          = KEYS[3] -- [hash]   what was said by ref
local nodes         = KEYS[4] -- [set]    the nodes that listen to the buyer topic
local recalled      = KEYS[5] -- [hash]   what stands in for what was taken back
local staff_log     = KEYS[6] -- [stream] the staff topic
local staff_nodes   = KEYS[7] -- [set]
local desk          = ARGV[1] -- [id]
local shop          = ARGV[2] -- [id]
local group         = ARGV[3] -- [id]
local buyer         = ARGV[4] -- [id]
local name          = ARGV[5] -- [text]   the buyer's name, '' if not known
local ref           = ARGV[6] -- [ref]    of the first message
local print         = ARGV[7] -- [hash]   of what is said and by whom
local opening       = ARGV[8] -- [id]     of the event conversation.opened
local opened_event  = ARGV[9] -- [json]
local event         = ARGV[10] -- [json]
local contact       = ARGV[11] -- [text]  how to reach the buyer, '' if not said
local contact_id    = ARGV[12] -- [id]    of the event contact.left
local contact_event = ARGV[13] -- [json]
local tier          = ARGV[14] -- [text]  of the buyer, '' for none

local answer
if redis.call('EXISTS', record) == 1 then
  answer = buyer_says(record, buyer_log, refs, nodes, recalled, shop, buyer, ref, print, event)
else
  local now = now_after(0)
  redis.call('HSET', record, 'desk', desk, 'shop', shop, 'group', group, 'buyer', buyer, 'name', name,
    'tier', tier, 'state', 'WAITING', 'agent', '', 'revision', 1, 'claim', 0, 'asked', string.format('%.0f', now),
    'buyer_seq', 2, 'staff_seq', 0, 'ts', string.format('%.0f', now), 'spoke', spoke_now(2, now))
  append(buyer_log, 1, opening, now, opened_event)
  append(buyer_log, 2, ref, now, event)
  remember(refs, ref, 2, print)
  answer = {'OPENED', 2, now, redis.call('SMEMBERS', nodes)}
end
if contact ~= '' and (answer[1] == 'OPENED' or answer[1] == 'APPENDED') then
  local seq = redis.call('HINCRBY', record, 'staff_seq', 1)
  append(staff_log, seq, contact_id, answer[3], contact_event)
  redis.call('HSET', record, 'contact', contact)
  answer[5], answer[6], answer[7] = event, seq, redis.call('SMEMBERS', staff_nodes)
end
return answer
