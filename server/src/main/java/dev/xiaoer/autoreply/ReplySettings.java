package dev.xiaoer.autoreply;

import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param language of the pack that a desk has without one of its own: `zh-CN` or `en`
/// @param batch how many open conversations of a desk are looked at in one round
/// @param patience how long the node that took a buyer's words is left alone with them before another looks
/// @param atOnce how many buyers' words a node thinks about at the same time; the others are left to the next rounds
/// @param buyerFor how long it is remembered what a buyer was told
@ConfigurationProperties("desk.replies")
record ReplySettings(@DefaultValue("zh-CN") Locale language, @DefaultValue("500") int batch,
    @DefaultValue("3s") Duration patience, @DefaultValue("64") int atOnce, @DefaultValue("14d") Duration buyerFor) {}
