package dev.xiaoer.accounts.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param longest how long after signing in a session ends, however busy it is; `spring.session.timeout` ends idle ones
@ConfigurationProperties("desk.sessions")
record SessionSettings(@DefaultValue("10h") Duration longest) {}
