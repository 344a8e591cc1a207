/// The life of a conversation: it is opened, spoken in, assigned, put back and closed, and its log only grows.
@ApplicationModule(displayName = "conversation", allowedDependencies = {"protocol", "hub", "redis", "json", "text",
  "http"})
@NullMarked
package dev.xiaoer.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
