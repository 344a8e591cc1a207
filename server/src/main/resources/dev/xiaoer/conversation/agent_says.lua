-- Appends what an agent says to the buyer, if the conversation is the agent's at the revision the agent saw, and it was
-- not said before.
-- ...: further fields of the record, each with its value
local function agent_says(record, buyer_log, refs, nodes, recalled, desk, agent, revision, ref, print, event, ...)
  local known = redis.call('HMGET', record, 'desk', 'state', 'agent', 'revision', 'buyer_seq', 'ts')
  if known[1] ~= desk then
    return {'NOT_FOUND'}
  end
  local before = said_before(refs, ref, print, buyer_log, recalled, nodes)
  if before then
    return before
  end
  if known[2] == 'CLOSED' then
    return {'CLOSED'}
  end
  if known[3] ~= agent or known[4] ~= revision then
    return {'STALE'}
  end
  local seq = known[5] + 1
  local now = now_after(known[6])
  append(buyer_log, seq, ref, now, event)
  remember(refs, ref, seq, print)
  redis.call('HSET', record, 'buyer_seq', seq, 'ts', string.format('%.0f', now), 'asked', '', ...)
  return {'APPENDED', seq, now, redis.call('SMEMBERS', nodes)}
end

-- The same for the agent's own words. How long the buyer has waited for the first of them is kept (C1).
local function agent_replies(record, buyer_log, refs, nodes, recalled, desk, agent, revision, ref, print, event)
  local known = redis.call('HMGET', record, 'replied', 'asked')
  local answer = agent_says(record, buyer_log, refs, nodes, recalled, desk, agent, revision, ref, print, event,
    'replied', agent)
  if answer[1] == 'APPENDED' and not known[1] then
    redis.call('HSET', record, 'first_reply', string.format('%.0f', answer[3] - known[2]))
  end
  return answer
end

-- The conversation is over, at the time of the event that says so.
local function ended(record, revision, now)
  redis.call('HSET', record, 'state', 'CLOSED', 'revision', revision + 1, 'closed', string.format('%.0f', now))
end
