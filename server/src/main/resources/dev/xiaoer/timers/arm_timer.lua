-- Arms one timer.
local desk    = KEYS[1] -- [prefix]
local kind    = ARGV[1] -- [word]
local subject = ARGV[2] -- [id]
local due     = ARGV[3] -- [ms]
local payload = ARGV[4] -- [text]

arm_timer(desk, kind, subject, due, payload)
return {'ARMED'}
