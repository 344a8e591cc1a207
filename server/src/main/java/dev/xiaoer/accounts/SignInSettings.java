package dev.xiaoer.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How guessing is slowed down, over all nodes. Nothing is locked for good: the owner gets in after the longest pause.
///
/// @param attempts how many wrong passwords an account allows before the first pause
/// @param attemptsPerAddress the same for one address, whatever the accounts: a shop's people may share one
/// @param pause the first pause; each further wrong password doubles it
/// @param longestPause what doubling ends at
/// @param forgetAfter quiet time after which wrong passwords no longer count
/// @param perMinute attempts of everybody together
@ConfigurationProperties("desk.sign-in")
record SignInSettings(
    @DefaultValue("5") int attempts,
    @DefaultValue("20") int attemptsPerAddress,
    @DefaultValue("30s") Duration pause,
    @DefaultValue("15m") Duration longestPause,
    @DefaultValue("1h") Duration forgetAfter,
    @DefaultValue("300") int perMinute) {}
