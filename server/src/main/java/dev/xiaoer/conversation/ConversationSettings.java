package dev.xiaoer.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param recallLimit how long after saying something one may take it back
/// @param ratingLimit how long after the close a buyer may say how content they are
@ConfigurationProperties("desk.conversation")
record ConversationSettings(@DefaultValue("2m") Duration recallLimit, @DefaultValue("24h") Duration ratingLimit) {}
