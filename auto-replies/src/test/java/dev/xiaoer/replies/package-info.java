@NullMarked
package dev.xiaoer.replies;

import org.jspecify.annotations.NullMarked;
