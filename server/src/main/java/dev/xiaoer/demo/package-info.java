/// A desk to try: one shop, its people, customers and orders, filled in at start. Only with the profile `demo`.
@ApplicationModule(displayName = "demo", allowedDependencies = {"accounts", "autoreply", "http", "orders", "phrases",
  "protocol", "shops"})
@NullMarked
package dev.xiaoer.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
