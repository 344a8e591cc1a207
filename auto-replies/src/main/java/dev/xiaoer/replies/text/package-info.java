/// Words and characters: what counts as the same, where words end, which keywords are in a text.
@NullMarked
package dev.xiaoer.replies.text;

import org.jspecify.annotations.NullMarked;
