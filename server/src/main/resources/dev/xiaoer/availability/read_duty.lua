-- All that a decision on an agent's seat is made of, at one moment. Answers {now, seat, open, lease, shared, slots, line,
-- online}: the seat as it is kept; when the lease ends, or ''; the number of the last change of what all seats share;
-- who has a break or has one kept {agent, groups, state, until}; who stands in line for one {agent, groups}; and how many
-- of each group are online {group, count}.
local desk  = KEYS[1] -- [prefix]
local agent = ARGV[1] -- [id]
-- the other ARGV: [id] of the groups that the agent comes in with

local function groups_of(one)
  return redis.call('HGET', desk .. ':seat:' .. one, 'groups') or ''
end

local counted, online = {}, {}
local function count(csv)
  for group in string.gmatch(csv, '[^,]+') do
    if not counted[group] then
      counted[group] = true
      online[#online + 1] = {group, redis.call('SCARD', desk .. ':onduty:' .. group)}
    end
  end
end

count(table.concat(ARGV, ',', 2))
count(groups_of(agent))
local slots = {}
local taken = redis.call('ZRANGE', desk .. ':breaks', 0, -1, 'WITHSCORES')
for i = 1, #taken, 2 do
  local state = redis.call('HGET', desk .. ':seat:' .. taken[i], 'state')
  slots[#slots + 1] = {taken[i], groups_of(taken[i]), state, tonumber(taken[i + 1])}
end
local line = {}
for place, one in ipairs(redis.call('ZRANGE', desk .. ':breakline', 0, -1)) do
  line[place] = {one, groups_of(one)}
  count(line[place][2])
end
return {redis_now(desk), redis.call('HGETALL', desk .. ':seat:' .. agent),
  redis.call('SCARD', desk .. ':owned:' .. agent), redis.call('ZSCORE', desk .. ':leases', agent) or '',
  tonumber(redis.call('HGET', desk .. ':clock', 'duty') or 0), slots, line, online}
