/// What a desk must never do, checked on what was seen from outside: the commands of clients, the screens, the logs.
@NullMarked
package dev.xiaoer.check;

import org.jspecify.annotations.NullMarked;
