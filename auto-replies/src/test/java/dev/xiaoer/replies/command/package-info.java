@NullMarked
package dev.xiaoer.replies.command;

import org.jspecify.annotations.NullMarked;
