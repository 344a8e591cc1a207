/// What people write about themselves that most of the staff need not read (rule C8).
@ApplicationModule(displayName = "privacy", allowedDependencies = {"text"})
@NullMarked
package dev.xiaoer.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
