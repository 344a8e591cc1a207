@NullMarked
package dev.xiaoer.autoreply;

import org.jspecify.annotations.NullMarked;
