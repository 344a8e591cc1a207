package dev.xiaoer.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A node's link whose calls wait until a test carries them out, one by one and in any order: so one thread and a seed
/// play all the ways in which nodes can come between each other. What is never carried out is a crash.
public final class HeldLink extends PassingLink {

  private final List<Call<?>> held = new ArrayList<>();

  public HeldLink(RedisLink real) {
    super(real);
  }

  private static final class Call<T> extends CompletableFuture<T> implements RedisFuture<T> {
    private final transient Supplier<CompletionStage<T>> call;

    Call(Supplier<CompletionStage<T>> call) {
      this.call = call;
    }

    void carryOut() {
      T answer;
      try {
        answer = call.get().toCompletableFuture().join();
      } catch (CompletionException failed) {
        completeExceptionally(failed.getCause());
        return;
      }
      complete(answer);
    }

    void carryOutUnheard() {
      call.get().toCompletableFuture().join();
    }

    @Override
    public String getError() {
      return "";
    }

    @Override
    public boolean await(long timeout, TimeUnit unit) {
      throw new UnsupportedOperationException("nobody waits here");
    }
  }

  /// How many calls wait.
  public int waiting() {
    return held.size();
  }

  public void carryOut(int which) {
    held.remove(which).carryOut();
  }

  /// The node is gone; what it had sent last may still reach Redis, but nobody hears the answer.
  ///
  /// @param last which of the waiting calls is carried out; none if negative
  public void crash(int last) {
    if (last >= 0) {
      held.get(last).carryOutUnheard();
    }
    held.clear();
  }

  private <T> Call<T> hold(Supplier<CompletionStage<T>> call) {
    var waiting = new Call<>(call);
    held.add(waiting);
    return waiting;
  }

  @Override
  public CompletionStage<List<Object>> write(Script script, List<String> keys, String... arguments) {
    return hold(() -> real.write(script, keys, arguments));
  }

  @Override
  public CompletionStage<List<Object>> read(Script script, List<String> keys, String... arguments) {
    return hold(() -> real.read(script, keys, arguments));
  }

  @Override
  @SuppressWarnings("unchecked")
  public RedisClusterAsyncCommands<String, String> commands() {
    var commands = real.commands();
    return (RedisClusterAsyncCommands<String, String>) Proxy.newProxyInstance(HeldLink.class.getClassLoader(),
        new Class<?>[]{RedisClusterAsyncCommands.class}, (proxy, method, arguments) -> hold(() -> {
          try {
            return (CompletionStage<Object>) method.invoke(commands, arguments);
          } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
          }
        }));
  }

  @Override
  public CompletionStage<Long> publish(String channel, String message) {
    return hold(() -> real.publish(channel, message));
  }
}
