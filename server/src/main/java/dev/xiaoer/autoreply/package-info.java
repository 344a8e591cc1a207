/// Joins what the desk says by itself to its conversations: sees what happens in them, has it decided, and says it.
@ApplicationModule(displayName = "autoreply", allowedDependencies = {"protocol", "http", "hub", "redis", "json",
  "accounts", "shops", "groups", "timers", "availability", "conversation", "routing"})
@NullMarked
package dev.xiaoer.autoreply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
