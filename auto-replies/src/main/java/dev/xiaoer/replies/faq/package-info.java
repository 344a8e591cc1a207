/// Finds the answer to a question that was asked in other words.
@NullMarked
package dev.xiaoer.replies.faq;

import org.jspecify.annotations.NullMarked;
