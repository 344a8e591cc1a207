package dev.xiaoer.shops;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param anonymous how long an anonymous buyer's token is good; it is renewed when the widget opens. As long it is
///   remembered which of the shop's customers a known buyer is
/// @param known how long a known buyer's token is good; only a new signed identity gives a new one
@ConfigurationProperties("desk.buyer-tokens")
record BuyerTokenSettings(@DefaultValue("180d") Duration anonymous, @DefaultValue("12h") Duration known) {}
