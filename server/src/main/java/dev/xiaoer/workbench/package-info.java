/// What a console shows beside the talk: which conversations there are, who asks in them, who else is there. It only
/// reads what other rooms know.
@ApplicationModule(displayName = "workbench", allowedDependencies = {"protocol", "http", "hub", "json", "accounts",
  "availability", "conversation", "routing", "shops", "orders", "privacy"})
@NullMarked
package dev.xiaoer.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
