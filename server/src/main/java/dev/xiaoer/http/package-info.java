/// What the doors for HTTP share: how a "no" looks, who is calling, how often anybody may.
@ApplicationModule(displayName = "http", allowedDependencies = {"json", "protocol", "redis"})
@NullMarked
package dev.xiaoer.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
