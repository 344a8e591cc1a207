package dev.xiaoer.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param answer how long an offer stands
/// @param hops how many times a conversation may change hands before only a supervisor may take it (rule C2)
@ConfigurationProperties("desk.transfer")
record TransferSettings(@DefaultValue("30s") Duration answer, @DefaultValue("2") int hops) {

  TransferLimits.Limits limits() {
    return new TransferLimits.Limits(answer, hops);
  }
}
