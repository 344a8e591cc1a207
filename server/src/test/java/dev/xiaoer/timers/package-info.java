@NullMarked
package dev.xiaoer.timers;

import org.jspecify.annotations.NullMarked;
