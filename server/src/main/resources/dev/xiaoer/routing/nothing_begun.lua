-- The change that was marked has not begun: its conversation is not there, or none of this desk's.
local desk         = KEYS[1] -- [prefix]
local conversation = ARGV[1] -- [id]
local mark         = ARGV[2] -- [number] of the change

settled(desk, conversation, mark)
return {'SETTLED'}
