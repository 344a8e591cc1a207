package dev.xiaoer.accounts;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A signed-in console asks for a ticket over HTTP, where cookie and CSRF token protect it, and shows it as the first
/// frame of its socket, where neither exists. A ticket is good once, for [TicketSettings#lifetime].
public interface SocketTickets {

  /// @param session the session the ticket is asked in; only for the log
  /// @return 256 random bits in base64url; Redis keeps only their hash
  String issue(StaffMember member, String session);

  /// Takes a ticket; of two who try at once, one gets the member.
  ///
  /// @return null when the ticket is unknown, used or too old, or the member signed out or was disabled since. Completes
  ///   on one of Lettuce's threads
  CompletionStage<@Nullable StaffMember> redeem(String ticket);
}
