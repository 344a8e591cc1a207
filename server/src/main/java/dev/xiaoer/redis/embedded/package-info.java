/// The Redis inside: a real `redis-server` that is started, awaited, watched and stopped with the desk.
@NullMarked
package dev.xiaoer.redis.embedded;

import org.jspecify.annotations.NullMarked;
