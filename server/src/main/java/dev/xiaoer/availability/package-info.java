/// Whether an agent takes buyers: the states, the leases that say who is alive, the free places.
@ApplicationModule(displayName = "availability", allowedDependencies = {"protocol", "hub", "redis", "json", "timers",
  "groups", "accounts", "http", "text"})
@NullMarked
package dev.xiaoer.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
