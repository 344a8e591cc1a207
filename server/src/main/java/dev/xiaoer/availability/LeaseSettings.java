package dev.xiaoer.availability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long silence is trusted.
///
/// @param agent how long an agent counts as connected after the last sign of life
/// @param grace how long after the last sign of life an agent may come back before the waiting buyers are routed again
///   (rule B6)
/// @param silence if nobody has looked after the leases for this long, they say nothing about the agents
/// @param patience how long agents then have for renewing, before anybody is put off duty
@ConfigurationProperties("desk.lease")
public record LeaseSettings(@DefaultValue("15s") Duration agent, @DefaultValue("30s") Duration grace,
    @DefaultValue("5s") Duration silence, @DefaultValue("30s") Duration patience) {

  public LeaseSettings {
    if (grace.compareTo(agent) < 0) {
      throw new IllegalArgumentException("desk.lease.grace must not be shorter than desk.lease.agent");
    }
  }
}
