-- What is kept of a buyer's last words: their seq, their time, and the time of those before; 0 when there are none.
local function spoke_now(seq, now, before)
  return seq .. ' ' .. string.format('%.0f', now) .. ' ' .. (string.match(before or '', '^%d+ (%d+)') or '0')
end

-- Appends what a buyer says, if the conversation is the buyer's own, is open, and it was not said before.
local function buyer_says(record, buyer_log, refs, nodes, recalled, shop, buyer, ref, print, event)
  local known = redis.call('HMGET', record, 'buyer', 'state', 'buyer_seq', 'ts', 'asked', 'shop', 'spoke')
  if known[1] ~= buyer or known[6] ~= shop then
    return {'NOT_FOUND'}
  end
  local before = said_before(refs, ref, print, buyer_log, recalled, nodes)
  if before then
    return before
  end
  if known[2] == 'CLOSED' then
    return {'CLOSED'}
  end
  local seq = known[3] + 1
  local now = now_after(known[4])
  append(buyer_log, seq, ref, now, event)
  remember(refs, ref, seq, print)
  redis.call('HSET', record, 'buyer_seq', seq, 'ts', string.format('%.0f', now), 'spoke', spoke_now(seq, now, known[7]))
  if known[5] == '' then
    redis.call('HSET', record, 'asked', string.format('%.0f', now))
  end
  return {'APPENDED', seq, now, redis.call('SMEMBERS', nodes)}
end
