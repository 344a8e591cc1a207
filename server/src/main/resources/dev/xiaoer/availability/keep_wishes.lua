-- Keeps what an agent has settled for the own seat.
local desk       = KEYS[1] -- [prefix]
local agent      = ARGV[1] -- [id]
local hang_up_at = ARGV[2] -- [number] of conversations; 0 for never
local away_text  = ARGV[3] -- [text]

redis.call('HSET', desk .. ':seat:' .. agent, 'hang_up_at', hang_up_at, 'away_text', away_text)
refresh_seat(desk, agent, redis_now(desk))
return {'KEPT'}
