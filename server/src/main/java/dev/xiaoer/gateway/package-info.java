/// The doors: sockets and the rules of access. Authenticates, reads, calls one method, writes the answer. Never decides.
@ApplicationModule(displayName = "gateway", allowedDependencies = {"protocol", "json", "http", "hub", "conversation",
  "availability", "autoreply", "timers", "groups", "routing", "accounts", "shops", "orders", "attachments", "phrases",
  "text",
  "redis"})
@NullMarked
package dev.xiaoer.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
