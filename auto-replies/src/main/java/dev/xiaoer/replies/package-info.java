/// What the desk says by itself, and when. Pure Java: it knows no socket, no store and no clock. A [Situation] and a
/// [Memory] go into [AutoReplies]; what to say and the new memory come out.
@NullMarked
package dev.xiaoer.replies;

import org.jspecify.annotations.NullMarked;
