/// The whole desk as its people use it: nodes as processes, real sockets, a real Redis.
@NullMarked
package dev.xiaoer.talk;

import org.jspecify.annotations.NullMarked;
