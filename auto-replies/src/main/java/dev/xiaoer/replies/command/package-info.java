/// The command line to try a rule pack.
@NullMarked
package dev.xiaoer.replies.command;

import org.jspecify.annotations.NullMarked;
