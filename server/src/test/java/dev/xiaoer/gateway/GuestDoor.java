package dev.xiaoer.gateway;

import dev.xiaoer.protocol.ByBuyer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A door that lets in whoever says the name of a guest, when the test says so, and writes down what happens.
final class GuestDoor implements Door<ByBuyer, String> {

  private final List<String> book = Collections.synchronizedList(new ArrayList<>());
  private @Nullable CompletableFuture<@Nullable String> asked;
  private @Nullable String guest;
  private Runnable meanwhile = () -> {};

  /// What happens in the middle of a coming-in.
  void whileEntering(Runnable happens) {
    meanwhile = happens;
  }

  List<String> book() {
    return book;
  }

  /// The look-up that goes on ends.
  void answer() {
    CompletableFuture<@Nullable String> waiting = asked;
    if (waiting == null) {
      throw new AssertionError("nobody is asked for");
    }
    asked = null;
    waiting.complete(guest);
  }

  @Override
  public Class<ByBuyer> reads() {
    return ByBuyer.class;
  }

  @Override
  public CompletionStage<@Nullable String> admit(ByBuyer first) {
    guest = first instanceof ByBuyer.Hello hello ? hello.token() : null;
    asked = new CompletableFuture<>();
    return asked;
  }

  @Override
  public @Nullable String language(ByBuyer first) {
    return null;
  }

  @Override
  public void enter(Connection connection, String visitor) {
    meanwhile.run();
    book.add(visitor + " comes");
  }

  @Override
  public void carryOut(Connection connection, String visitor, ByBuyer command) {
    book.add(visitor + " " + command.getClass().getSimpleName());
  }

  @Override
  public void left(Connection connection, String visitor) {
    book.add(visitor + " goes");
  }

  @Override
  public @Nullable String limitedAs(String visitor) {
    return visitor;
  }

  @Override
  public boolean isPublic() {
    return true;
  }
}
