@NullMarked
package dev.xiaoer.replies.faq;

import org.jspecify.annotations.NullMarked;
