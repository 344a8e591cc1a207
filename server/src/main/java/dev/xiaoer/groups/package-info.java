/// What a desk has settled for its groups: limits, hours, weights, the queue. Kept in Redis, the same on every node.
@ApplicationModule(displayName = "groups", allowedDependencies = {"protocol", "http", "redis", "json", "accounts",
  "shops"})
@NullMarked
package dev.xiaoer.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
