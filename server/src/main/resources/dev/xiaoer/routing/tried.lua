-- Shared by the scripts that take a conversation from an agent who let it lie, and by those that look for another.

-- The agent let the conversation lie. The last twenty are remembered, the latest last.
local function let_lie(desk, conversation, agent)
  local agents = {}
  for one in string.gmatch(redis.call('HGET', desk .. ':tried', conversation) or '', '[^,]+') do
    if one ~= agent then
      agents[#agents + 1] = one
    end
  end
  agents[#agents + 1] = agent
  if #agents > 20 then
    table.remove(agents, 1)
  end
  redis.call('HSET', desk .. ':tried', conversation, table.concat(agents, ','))
end

-- Whether somebody is on duty in a group who is none of these agents from a place on.
local function somebody_else(desk, group, agents, from)
  local others = redis.call('SCARD', desk .. ':onduty:' .. group)
  for place = from, #agents do
    others = others - redis.call('SISMEMBER', desk .. ':onduty:' .. group, agents[place])
  end
  return others > 0
end

-- Whom the conversation must not be given to, and how many they are: those who let it lie, as long as anybody else is on
-- duty. Where nobody is, those who did so first may have it again: it goes round, and waits for nobody in vain.
local function barred_from(desk, conversation, group)
  local tried = redis.call('HGET', desk .. ':tried', conversation)
  if not tried then
    return {}, 0
  end
  local agents = {}
  for agent in string.gmatch(tried, '[^,]+') do
    agents[#agents + 1] = agent
  end
  local helper = redis.call('HGET', desk .. ':helpers', conversation)
  for from = 1, #agents do
    if somebody_else(desk, group, agents, from) or (helper and somebody_else(desk, helper, agents, from)) then
      local barred = {}
      for place = from, #agents do
        barred[agents[place]] = true
      end
      return barred, #agents - from + 1
    end
  end
  return {}, 0
end
