/// How to run a script, spell a key, hold a link and start the embedded server; no word of the domain.
@ApplicationModule(displayName = "redis", allowedDependencies = {})
@NullMarked
package dev.xiaoer.redis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
