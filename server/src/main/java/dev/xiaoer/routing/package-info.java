/// Brings every waiting buyer to an agent: queues, claims, putting back what the dead held.
@ApplicationModule(displayName = "routing", allowedDependencies = {"protocol", "hub", "redis", "json", "conversation",
  "availability", "timers", "groups"})
@NullMarked
package dev.xiaoer.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
