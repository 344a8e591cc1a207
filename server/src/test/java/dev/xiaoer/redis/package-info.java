@NullMarked
package dev.xiaoer.redis;

import org.jspecify.annotations.NullMarked;
