/// Measures the desk and what others would take instead, on the same work, machine and minute.
@NullMarked
package dev.xiaoer.bench;

import org.jspecify.annotations.NullMarked;
