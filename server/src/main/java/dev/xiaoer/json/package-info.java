/// How strictly JSON is read and how it is written: the same for sockets, HTTP and what is kept in Redis.
@ApplicationModule(displayName = "json", allowedDependencies = {"protocol"})
@NullMarked
package dev.xiaoer.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
