/// Files that people send: what is taken, where it lies, and who may fetch it for how long.
@ApplicationModule(displayName = "attachments", allowedDependencies = {"http", "protocol", "redis"})
@NullMarked
package dev.xiaoer.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
