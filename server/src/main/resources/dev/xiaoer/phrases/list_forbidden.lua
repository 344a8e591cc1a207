-- What must not be said at a desk.
local forbidden = KEYS[1] -- [list]

return redis.call('LRANGE', forbidden, 0, -1)
