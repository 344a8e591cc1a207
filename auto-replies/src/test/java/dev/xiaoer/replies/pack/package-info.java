@NullMarked
package dev.xiaoer.replies.pack;

import org.jspecify.annotations.NullMarked;
