package dev.xiaoer.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/// Runs other scripts than it is given: what a check is worth shows when it is taken away.
public class WeakenedLink extends PassingLink {

  private final UnaryOperator<String> weaken;

  public WeakenedLink(RedisLink real, UnaryOperator<String> weaken) {
    super(real);
    this.weaken = weaken;
  }

  /// As if so much time had passed: the scripts go by Redis' clock alone, and this puts it forward for them.
  public static RedisLink later(RedisLink real, Duration by) {
    return new WeakenedLink(real, script -> script.replace("local time = redis.call('TIME')",
        "local time = redis.call('TIME'); time[1] = time[1] + " + by.toSeconds()));
  }

  private Script weakened(Script script) {
    String text = weaken.apply(script.text());
    return text.equals(script.text()) ? script : TestScripts.script(script.name(), text);
  }

  @Override
  public CompletionStage<List<Object>> write(Script script, List<String> keys, String... arguments) {
    return real.write(weakened(script), keys, arguments);
  }

  @Override
  public CompletionStage<List<Object>> read(Script script, List<String> keys, String... arguments) {
    return real.read(weakened(script), keys, arguments);
  }
}
