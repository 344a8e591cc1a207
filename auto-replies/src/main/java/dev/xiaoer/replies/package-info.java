/// What the desk says by itself, and when. Pure Java: it knows no socket, no store and no clock.
@NullMarked
package dev.xiaoer.replies;

import org.jspecify.annotations.NullMarked;
