package dev.xiaoer.registrations;

import dev.xiaoer.registrations.Registration.Person;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The questions written down at the desks. What an answered call has written is on disk.
public interface Registrations {

  /// Writes it down and tells each of these agents, in one step.
  CompletionStage<Registration> add(String desk, Wanted wanted, Collection<String> told);

  /// @param contact null when it is not known
  /// @param conversation null when it was none of the desk's
  record Wanted(String shop, String group, Person by, String question, @Nullable String contact,
      @Nullable String conversation) {}

  /// The open ones of a group, the oldest first, two hundred at most.
  CompletionStage<List<Registration>> open(String desk, String group);

  CompletionStage<@Nullable Registration> find(String desk, String id);

  /// Somebody has seen to it; who did so first stays. There must be such a one.
  CompletionStage<Void> done(String desk, Registration registration, Person by);

  /// The contact unmasked; that somebody looked is on disk before (rule C8).
  CompletionStage<@Nullable String> contact(String desk, Registration registration, String by);
}
