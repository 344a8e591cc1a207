/// What is to happen at a time: a set of what is due, which any node serves. Nothing is early, and nothing is lost with
/// a node.
@ApplicationModule(displayName = "timers", allowedDependencies = {"redis"})
@NullMarked
package dev.xiaoer.timers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
