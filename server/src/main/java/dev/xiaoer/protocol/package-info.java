/// Every frame that crosses a socket, as sealed records: what may be said, by whom, and who may hear it. No behaviour.
@ApplicationModule(displayName = "protocol", allowedDependencies = {})
@NullMarked
package dev.xiaoer.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
