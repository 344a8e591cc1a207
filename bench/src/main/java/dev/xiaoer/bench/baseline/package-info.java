/// Bare servers that do the compared work and nothing else: no numbering, no de-duplication, no ownership, no resume.
@NullMarked
package dev.xiaoer.bench.baseline;

import org.jspecify.annotations.NullMarked;
