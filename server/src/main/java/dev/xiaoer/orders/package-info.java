/// What was bought, as far as the shops have told the desk.
@ApplicationModule(displayName = "orders", allowedDependencies = {"redis", "http", "protocol", "accounts", "shops"})
@NullMarked
package dev.xiaoer.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
