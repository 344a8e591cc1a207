@NullMarked
package dev.xiaoer.replies.text;

import org.jspecify.annotations.NullMarked;
