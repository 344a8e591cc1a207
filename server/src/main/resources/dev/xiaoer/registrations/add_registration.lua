-- Writes a question down for a group and tells agents of it (C3).
local desk         = KEYS[1]  -- [prefix]
local id           = ARGV[1]  -- [id]
local shop         = ARGV[2]  -- [id]
local group        = ARGV[3]  -- [id]
local by           = ARGV[4]  -- [id]   who writes it down
local by_name      = ARGV[5]  -- [text]
local question     = ARGV[6]  -- [text]
local contact      = ARGV[7]  -- [text] how to reach the buyer, '' if not known
local conversation = ARGV[8]  -- [id]   the one it was asked in, '' if there is none
local event_id     = ARGV[9]  -- [id]
local event        = ARGV[10] -- [json]
-- and behind them: [id] of the agents to tell

local now = redis_now(desk)
redis.call('HSET', desk .. ':registration:' .. id, 'id', id, 'shop', shop, 'group', group, 'by', by, 'by_name', by_name,
  'question', question, 'contact', contact, 'conversation', conversation, 'at', whole(now))
redis.call('ZADD', desk .. ':registrations:' .. group, whole(now), id)
local told = {}
for i = 11, #ARGV do
  told[#told + 1] = {ARGV[i], tell_agent(desk, ARGV[i], event_id, now, event)}
end
return {'ADDED', now, told}
