/// Sockets by the ten thousand on one thread, and the loads put on them.
@NullMarked
package dev.xiaoer.bench.load;

import org.jspecify.annotations.NullMarked;
