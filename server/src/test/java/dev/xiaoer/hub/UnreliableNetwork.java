package dev.xiaoer.hub;

import dev.xiaoer.protocol.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/// Drops, repeats, delays and reorders what nodes tell each other, by the seed.
final class UnreliableNetwork implements Broker {

  private final Agenda agenda;
  private final RandomGenerator chance;
  private final double loss;
  private final Map<String, Listener> listeners = new HashMap<>();

  UnreliableNetwork(Agenda agenda, RandomGenerator chance, double loss) {
    this.agenda = agenda;
    this.chance = chance;
    this.loss = loss;
  }

  void forget(String node) {
    listeners.remove(node);
  }

  @Override
  public CompletionStage<Void> tell(String node, LogEntry entry) {
    Listener listener = listeners.get(node);
    if (listener == null) {
      // As the Redis twin fails: inside a stage, so that the failure comes wrapped.
      return CompletableFuture.completedStage(0L).thenAccept(receivers -> {
        throw new Hub.NobodyListens(node);
      });
    }
    if (chance.nextDouble() >= loss) {
      agenda.later(() -> listener.onEntry(entry));
    }
    if (chance.nextInt(4) == 0) {
      agenda.later(() -> listener.onEntry(entry));
    }
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void tellSignal(String node, Topic topic, String frame) {
    Listener listener = listeners.get(node);
    if (listener != null && chance.nextDouble() >= loss) {
      agenda.later(() -> listener.onSignal(topic, frame));
    }
  }

  @Override
  public void listenAs(String node, Listener listener) {
    listeners.put(node, listener);
  }
}
