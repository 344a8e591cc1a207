/// Which socket of this node listens to which topic, and how an event of any node reaches it: once, in order, without holes.
@ApplicationModule(displayName = "hub", allowedDependencies = {"protocol", "redis", "json"})
@NullMarked
package dev.xiaoer.hub;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
