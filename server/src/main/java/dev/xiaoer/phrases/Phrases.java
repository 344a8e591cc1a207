package dev.xiaoer.phrases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The phrases of all desks. Every method asks the store and waits for it.
public interface Phrases {

  /// @return all of the desk, by folder, code and text
  List<Phrase> ofDesk(String desk);

  @Nullable
  Phrase find(String desk, String id);

  Saved save(String desk, Phrase phrase);

  /// @return false when there is no such phrase
  boolean remove(String desk, String id);

  /// What came of saving.
  enum Saved {
    DONE,
    /// Another phrase for the same people has this code.
    CODE_TAKEN,
    /// The desk has as many as it may.
    FULL
  }
}
