-- Takes back what its author has said not long ago. The log only grows and keeps it; who reads the log from now on gets
-- another event in its place.
-- own: how the events begin that the author may take back, one a line
local function take_back(record, buyer_log, refs, nodes, recalled, own, seq, limit, ref, print, event, withdrawn)
  local before = said_before(refs, ref, print, buyer_log, recalled, nodes)
  if before then
    return before
  end
  local known = redis.call('HMGET', record, 'state', 'buyer_seq', 'ts')
  if known[1] == 'CLOSED' then
    return {'CLOSED'}
  end
  local entry = redis.call('XRANGE', buyer_log, seq .. '-0', seq .. '-0')[1]
  local id, ts, said = parts(entry and entry[2][2] or '')
  local is_own = false
  for beginning in string.gmatch(own, '[^\n]+') do
    is_own = is_own or string.sub(said or '', 1, #beginning) == beginning
  end
  if not is_own or redis.call('HEXISTS', recalled, seq) == 1 then
    return {'NOT_FOUND'}
  end
  local now = now_after(known[3])
  if now - ts > tonumber(limit) then
    return {'RECALL_TOO_LATE'}
  end
  local next_seq = known[2] + 1
  append(buyer_log, next_seq, ref, now, event)
  remember(refs, ref, next_seq, print)
  redis.call('HSET', recalled, seq, stored(id, ts, withdrawn))
  redis.call('HSET', record, 'buyer_seq', next_seq, 'ts', string.format('%.0f', now))
  return {'APPENDED', next_seq, now, redis.call('SMEMBERS', nodes)}
end
