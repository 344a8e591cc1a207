/// Processes the bench starts, looks at and ends: Redis and the servers. It never touches one it did not start.
@NullMarked
package dev.xiaoer.bench.process;

import org.jspecify.annotations.NullMarked;
