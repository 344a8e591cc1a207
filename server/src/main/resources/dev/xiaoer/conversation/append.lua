-- What the scripts of a conversation share. Everything here lies under the tag of one conversation.

-- Redis' time in ms, never before what this conversation has seen.
local function now_after(previous)
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  return math.max(now, tonumber(previous) or 0)
end

-- Writes one event behind a log's last. The stream refuses an id that is not higher: a second guard.
local function append(log, seq, id, now, event)
  local tail = '"id":"' .. id .. '","ts":' .. string.format('%.0f', now) .. ',"event":' .. event .. '}'
  redis.call('XADD', log, seq .. '-0', 'e', tail)
end

-- The event that readers of a log get at a seq, or what stands in for one that was taken back; '' when it is not there.
local function event_at(log, recalled, seq)
  local tail = recalled and redis.call('HGET', recalled, seq)
  if not tail then
    local entry = redis.call('XRANGE', log, seq .. '-0', seq .. '-0')[1]
    tail = entry and entry[2][2] or ''
  end
  return string.match(tail, '"event":(.*)}$') or ''
end

-- The whole answer if something was said with this ref before, nil if nothing was. It ends with the event to announce.
-- The repeat writes the ref again: a write that replicas can confirm.
local function said_before(refs, ref, print, log, recalled, nodes)
  local said = redis.call('HGET', refs, ref)
  if not said then
    return nil
  end
  local seq, ts, said_print = string.match(said, '^(%d+) (%d+) (.*)$')
  if said_print ~= print then
    return {'REF_REUSED'}
  end
  redis.call('HSET', refs, ref, said)
  return {'REPEATED', tonumber(seq), tonumber(ts), redis.call('SMEMBERS', nodes), event_at(log, recalled, seq)}
end

local function remember(refs, ref, seq, now, print)
  redis.call('HSET', refs, ref, seq .. ' ' .. string.format('%.0f', now) .. ' ' .. print)
end
