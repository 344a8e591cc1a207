/// Reads rule packs and tells every mistake in them, with its place.
@NullMarked
package dev.xiaoer.replies.pack;

import org.jspecify.annotations.NullMarked;
