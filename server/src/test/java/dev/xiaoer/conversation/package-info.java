@NullMarked
package dev.xiaoer.conversation;

import org.jspecify.annotations.NullMarked;
