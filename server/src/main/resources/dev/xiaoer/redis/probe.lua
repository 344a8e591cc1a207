-- Asks whether the store can do what it is for: run a script that writes.
local probe = KEYS[1] -- [string] nothing of worth; ends by itself

redis.call('SET', probe, '1', 'EX', 60)
return {1}
