package dev.xiaoer.hub;

import dev.xiaoer.protocol.Topic;
import java.util.concurrent.CompletionStage;

/// How nodes tell each other. At most once: the hub mends what is lost from the log.
interface Broker {

  /// Tells a node of an event.
  CompletionStage<Void> tell(String node, LogEntry entry);

  /// Tells a node of a signal.
  ///
  /// @param frame the whole frame
  void tellSignal(String node, Topic topic, String frame);

  /// Hears what is told to this node from now on, under a name that was never used before.
  void listenAs(String node, Listener listener);

  /// What a node hears; called on a thread that must not be blocked.
  interface Listener {
    void onEntry(LogEntry entry);

    void onSignal(Topic topic, String frame);
  }
}
