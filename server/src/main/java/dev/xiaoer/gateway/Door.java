package dev.xiaoer.gateway;

import dev.xiaoer.protocol.Command;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What differs between the buyers' door and the staff's.
///
/// @param <C> what the door reads
/// @param <V> who comes in
interface Door<C extends Command, V> {

  Class<C> reads();

  /// The visitor this first frame names; null when it is no hello or not a good one.
  CompletionStage<@Nullable V> admit(C hello);

  /// The language the visitor asked for.
  @Nullable
  String language(C hello);

  /// A visitor is in: says welcome.
  void enter(Connection connection, V visitor);

  /// Carries out one command. Never blocks, never fails.
  void carryOut(Connection connection, V visitor, C command);

  void left(Connection connection, V visitor);

  /// Who counts as one for the number of sockets; null for no limit.
  @Nullable
  String limitedAs(V visitor);

  /// Whether anybody may come here: then an address has so many sockets only.
  boolean isPublic();
}
