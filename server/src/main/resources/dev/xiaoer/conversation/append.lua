-- What the scripts of a conversation share. Everything here lies under the tag of one conversation.

-- Redis' time in ms, never before what this conversation has seen.
local function now_after(previous)
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  return math.max(now, tonumber(previous) or 0)
end

-- How an event lies in a log; what is stored, as id, time and event.
-- event: as StoredEvent.java shortens it
local function stored(id, ts, event)
  return id .. ' ' .. string.format('%.0f', ts) .. ' ' .. event
end

local function parts(entry)
  return string.match(entry, '^(%S+) (%d+) (.*)$')
end

-- Writes one event behind a log's last. The stream refuses an id that is not higher: a second guard.
local function append(log, seq, id, now, event)
  redis.call('XADD', log, seq .. '-0', 'e', stored(id, now, event))
end

-- What the readers of a log get at a seq: its time and the event, or what stands in for one that was taken back.
local function read_at(log, recalled, seq)
  local entry = recalled and redis.call('HGET', recalled, seq)
  if not entry then
    entry = redis.call('XRANGE', log, seq .. '-0', seq .. '-0')[1][2][2]
  end
  local _, ts, event = parts(entry)
  return ts, event
end

-- The whole answer if something was said with this ref before, nil if nothing was. It ends with the event to announce.
-- The repeat writes the ref again: a write that replicas can confirm.
local function said_before(refs, ref, print, log, recalled, nodes)
  local said = redis.call('HGET', refs, ref)
  if not said then
    return nil
  end
  local seq, said_print = string.match(said, '^(%d+) (.*)$')
  if said_print ~= print then
    return {'REF_REUSED'}
  end
  redis.call('HSET', refs, ref, said)
  local ts, event = read_at(log, recalled, seq)
  return {'REPEATED', tonumber(seq), tonumber(ts), redis.call('SMEMBERS', nodes), event}
end

local function remember(refs, ref, seq, print)
  redis.call('HSET', refs, ref, seq .. ' ' .. print)
end
