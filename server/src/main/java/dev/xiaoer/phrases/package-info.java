/// What the staff says again and again, and what it must never say (rule C4).
@ApplicationModule(displayName = "phrases", allowedDependencies = {"protocol", "http", "redis", "accounts", "text"})
@NullMarked
package dev.xiaoer.phrases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
