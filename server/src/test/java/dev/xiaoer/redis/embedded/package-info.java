@NullMarked
package dev.xiaoer.redis.embedded;

import org.jspecify.annotations.NullMarked;
