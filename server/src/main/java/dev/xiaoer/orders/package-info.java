/// What was bought. For now an order can be looked at.
@ApplicationModule(displayName = "orders", allowedDependencies = {"redis"})
@NullMarked
package dev.xiaoer.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
