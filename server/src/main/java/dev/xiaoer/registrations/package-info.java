/// What a buyer asked whose shop's agents were away, written down for them by a colleague (rule C3).
@ApplicationModule(displayName = "registrations", allowedDependencies = {"protocol", "http", "hub", "redis", "json",
  "accounts", "shops", "availability", "conversation", "privacy", "text"})
@NullMarked
package dev.xiaoer.registrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
