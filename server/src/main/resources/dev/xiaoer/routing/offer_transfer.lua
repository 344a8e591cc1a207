-- Offers a conversation to an agent and holds a place there (C2). The same offer again is answered as before.
local desk         = KEYS[1]  -- [prefix]
local id           = ARGV[1]  -- [ref]    of the offer; names the transfer
local conversation = ARGV[2]  -- [id]
local owner        = ARGV[3]  -- [text]   `<claim> <agent>`: whose it is, as the conversation has it
local giver        = ARGV[4]  -- [id]
local name         = ARGV[5]  -- [text]   the giver's
local receivers    = ARGV[6]  -- [csv]    agents it may go to; '' for any of the group
local group        = ARGV[7]  -- [id]     whose free agents are asked, best first; '' if an agent was named
local into         = ARGV[8]  -- [id]     the conversation's group, once it is accepted
local wait         = ARGV[9]  -- [ms]     how long the offer stands
local hop          = ARGV[10] -- [number]
local reason       = ARGV[11] -- [text]
local note         = ARGV[12] -- [text]
local event_id     = ARGV[13] -- [id]     of the event for the receiver
local before       = ARGV[14] -- [json]   the event up to the time at which the offer ends
local after        = ARGV[15] -- [json]   and behind it

local now = redis_now(desk)
local transfer = desk .. ':transfer:' .. id
local known = redis.call('HMGET', transfer, 'conversation', 'from')
if known[1] then
  return {known[1] == conversation and known[2] == giver and 'REPEATED' or 'REF_REUSED', now}
end
if redis.call('HGET', desk .. ':owners', conversation) ~= owner then
  return {'STALE', now}
end
if redis.call('HEXISTS', desk .. ':transferring', conversation) == 1 then
  return {'TRANSFER_PENDING', now}
end

-- Who did not take this conversation before, or let it lie, is asked last.
local asked, again = {}, {}
if group == '' then
  asked[1] = receivers
else
  local declined = (redis.call('HGET', desk .. ':declined', conversation) or '') .. ','
    .. (redis.call('HGET', desk .. ':tried', conversation) or '') .. ','
  for _, agent in ipairs(redis.call('ZRANGE', desk .. ':seats:' .. group, 0, -1)) do
    if receivers == '' or string.find(',' .. receivers .. ',', ',' .. agent .. ',', 1, true) then
      table.insert(string.find(declined, ',' .. agent .. ',', 1, true) and again or asked, agent)
    end
  end
end
for _, agent in ipairs(again) do
  asked[#asked + 1] = agent
end
local receiver
for _, agent in ipairs(asked) do
  if not receiver and agent ~= giver and has_place(desk, agent, now) then
    receiver = agent
  end
end
if not receiver then
  return {'NOT_AVAILABLE', now}
end

local until_ms = now + wait
redis.call('HSET', transfer, 'conversation', conversation, 'owner', owner, 'from', giver, 'from_name', name,
  'to', receiver, 'to_name', redis.call('HGET', desk .. ':seat:' .. receiver, 'name'), 'group', group, 'into', into,
  'until', whole(until_ms), 'hop', hop, 'reason', reason, 'note', note, 'state', 'OFFERED')
redis.call('HSET', desk .. ':transferring', conversation, id)
arm_timer(desk, 'transfer', id, until_ms, '')
redis.call('SADD', desk .. ':held:' .. receiver, id)
redis.call('HINCRBY', desk .. ':seat:' .. receiver, 'load', 1)
refresh_seat(desk, receiver, now)
local told = {}
tell(told, desk, receiver, event_id, now, before .. whole(until_ms) .. after)
return {'OFFERED', now, told}
