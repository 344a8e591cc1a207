-- Cancels one timer; one that was never armed already is.
local desk    = KEYS[1] -- [prefix]
local kind    = ARGV[1] -- [word]
local subject = ARGV[2] -- [id]

cancel_timer(desk, kind, subject)
return {'CANCELLED'}
