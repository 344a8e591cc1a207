-- Shared by the scripts that find a claim again.

-- The claim on a conversation as `give` answered it, or nil if it is nobody's.
local function claim_of(desk, conversation)
  local number, agent = string.match(redis.call('HGET', desk .. ':owners', conversation) or '', '^(%d+) (.+)$')
  if not agent then
    return nil
  end
  local reason, load, cap, weight, served, accepted = string.match(redis.call('HGET', desk .. ':why', conversation) or '',
    '^(%S+) (%d+) (%d+) (%d+) (%d+) (%d)$')
  return {conversation, tonumber(number), agent, redis.call('HGET', desk .. ':seat:' .. agent, 'name'),
    reason or 'LEAST_LOADED', tonumber(load or 0), tonumber(cap or 0), tonumber(weight or 10), tonumber(served or 0),
    tonumber(accepted or 1), redis.call('HGET', desk .. ':groups', conversation)}
end
