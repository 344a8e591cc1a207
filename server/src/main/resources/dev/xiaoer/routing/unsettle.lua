-- Writes down that a conversation is about to change in two places. Whoever finds it so after a while puts it right.
-- Answers the mark to take away at the end; 0 if another change is unfinished: then only the sweep takes it away.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]

return {'UNSETTLED', unsettled(desk, conversation)}
