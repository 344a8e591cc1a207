/// Brings every waiting buyer to an agent: queues, claims, putting back what the dead held.
///
/// Only its web doors know accounts: whose desk is asked for.
@ApplicationModule(displayName = "routing", allowedDependencies = {"protocol", "hub", "redis", "json", "conversation",
  "availability", "accounts"})
@NullMarked
package dev.xiaoer.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
