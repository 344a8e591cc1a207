package dev.xiaoer.shops.web;

import dev.xiaoer.http.RateLimit;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param admissions how many tokens one address gets in a minute
/// @param renewals how many tokens one buyer gets in a minute
/// @param looks how often one address may ask in a minute what a shop's widget looks like
@ConfigurationProperties("desk.buyer-limits")
record BuyerLimits(@DefaultValue("60") int admissions, @DefaultValue("20") int renewals,
    @DefaultValue("600") int looks) {

  RateLimit ofAdmissions() {
    return new RateLimit("admissions", admissions, Duration.ofMinutes(1));
  }

  RateLimit ofRenewals() {
    return new RateLimit("renewals", renewals, Duration.ofMinutes(1));
  }

  RateLimit ofLooks() {
    return new RateLimit("looks", looks, Duration.ofMinutes(1));
  }
}
