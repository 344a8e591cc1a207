package dev.xiaoer.gateway;

import dev.xiaoer.protocol.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A door that lets in whoever says something readable, and writes down what it is told to do from then on.
final class OpenDoor<C extends Command> implements Door<C, String> {

  private final Class<C> reads;
  private final List<C> carriedOut = new ArrayList<>();

  OpenDoor(Class<C> reads) {
    this.reads = reads;
  }

  List<C> carriedOut() {
    return carriedOut;
  }

  @Override
  public Class<C> reads() {
    return reads;
  }

  @Override
  public CompletionStage<@Nullable String> admit(C first) {
    return CompletableFuture.completedStage("somebody");
  }

  @Override
  public @Nullable String language(C first) {
    return null;
  }

  @Override
  public void enter(Connection connection, String visitor) {}

  @Override
  public void carryOut(Connection connection, String visitor, C command) {
    carriedOut.add(command);
  }

  @Override
  public void left(Connection connection, String visitor) {}

  @Override
  public @Nullable String limitedAs(String visitor) {
    return null;
  }

  @Override
  public boolean isPublic() {
    return false;
  }
}
