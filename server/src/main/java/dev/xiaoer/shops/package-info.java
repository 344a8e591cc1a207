/// The storefronts that embed the widget, what they may decide about it, and who their buyers are.
@ApplicationModule(displayName = "shops", allowedDependencies = {"http", "protocol", "redis", "accounts"})
@NullMarked
package dev.xiaoer.shops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
