package dev.xiaoer.registrations;

import org.jspecify.annotations.Nullable;

/// A question that was written down for a group.
///
/// @param by who wrote it down
/// @param contact how to reach the buyer; null when that is not known
/// @param conversation the one it was asked in; null when it was none of the desk's
/// @param at when, in ms
/// @param done who has seen to it, and when; null while it is open
public record Registration(String id, String shop, String group, Person by, String question, @Nullable String contact,
    @Nullable String conversation, long at, @Nullable Done done) {

  public record Person(String id, String name) {}

  /// @param at in ms
  public record Done(Person by, long at) {}
}
