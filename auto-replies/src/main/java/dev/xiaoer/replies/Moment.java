package dev.xiaoer.replies;

/// What has just happened, and the desk may have something to say to it.
public sealed interface Moment {

  record BuyerSpoke(String text) implements Moment {}

  /// The buyer was put into the queue.
  record Queued() implements Moment {}

  /// Nothing: time went by. [AutoReplies#nextSlowAnswer] says when it is worth a look.
  record TimePassed() implements Moment {}

  record Closed() implements Moment {}
}
