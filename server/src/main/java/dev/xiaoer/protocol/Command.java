package dev.xiaoer.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Something a client asks for. Each door reads only its own kind, so that a buyer cannot spell an agent's command.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Command permits ByBuyer, ByAgent {

  /// A command that is answered: with one [Reply] or [Frame.Followed], or with one [Refusal].
  sealed interface Answered permits ByBuyer.Answered, ByAgent.Answered {
    /// Made once per action of the user and kept over retries, reconnects and reloads.
    Ref ref();
  }
}
