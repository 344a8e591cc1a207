/// Who works at the desk: staff, their roles, how they sign in and how everybody hears that they signed out.
@ApplicationModule(displayName = "accounts", allowedDependencies = {"http", "protocol", "redis"})
@NullMarked
package dev.xiaoer.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
