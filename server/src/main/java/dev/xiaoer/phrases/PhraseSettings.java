package dev.xiaoer.phrases;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param most how many phrases a desk may keep, own ones counted
@ConfigurationProperties("desk.phrases")
record PhraseSettings(@DefaultValue("5000") int most) {}
