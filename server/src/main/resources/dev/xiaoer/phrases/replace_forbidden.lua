-- Replaces the list of what must not be said at a desk.
local forbidden = KEYS[1] -- [list]
-- ARGV: [text] of the phrases

redis.call('DEL', forbidden)
for _, phrase in ipairs(ARGV) do
  redis.call('RPUSH', forbidden, phrase)
end
return {#ARGV}
