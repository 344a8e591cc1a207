/// Where the text of people enters: what a text may consist of, and how much of it.
@ApplicationModule(displayName = "text", allowedDependencies = {"protocol"})
@NullMarked
package dev.xiaoer.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
