-- What was taken back, as it was said. That it is shown is written down with it (C8).
local record    = KEYS[1] -- [hash]
local buyer_log = KEYS[2] -- [stream]
local staff_log = KEYS[3] -- [stream]
local recalled  = KEYS[4] -- [hash]
local nodes     = KEYS[5] -- [set]    the nodes that listen to the staff topic
local desk      = ARGV[1] -- [id]
local most      = ARGV[2] -- [number] of what is shown, the latest
local id        = ARGV[3] -- [id]     of the first event; the next ones count on from it
local before    = ARGV[4] -- [json]   the event up to the seq that is shown
local after     = ARGV[5] -- [json]   and behind it

local known = redis.call('HMGET', record, 'desk', 'staff_seq', 'ts')
if known[1] ~= desk then
  return {'NOT_FOUND'}
end
local seqs = {}
for _, seq in ipairs(redis.call('HKEYS', recalled)) do
  seqs[#seqs + 1] = tonumber(seq)
end
table.sort(seqs)
local now = now_after(known[3])
local staff_seq = tonumber(known[2])
local shown = {}
for i = math.max(1, #seqs - most + 1), #seqs do
  local entry = redis.call('XRANGE', buyer_log, seqs[i] .. '-0', seqs[i] .. '-0')[1]
  if entry then
    staff_seq = staff_seq + 1
    local event_id = id .. '-' .. #shown
    local event = before .. seqs[i] .. after
    append(staff_log, staff_seq, event_id, now, event)
    shown[#shown + 1] = {seqs[i], entry[2][2], staff_seq, event_id, event}
  end
end
if #shown > 0 then
  redis.call('HSET', record, 'staff_seq', staff_seq, 'ts', string.format('%.0f', now))
end
return {'SHOWN', now, shown, redis.call('SMEMBERS', nodes)}
