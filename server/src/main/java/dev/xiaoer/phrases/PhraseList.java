package dev.xiaoer.phrases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;
import org.jspecify.annotations.Nullable;

/// Forbidden phrases, made ready to be looked for all at once. Does not change; any thread.
final class PhraseList {

  private final Map<String, String> asWritten = new HashMap<>();
  private final Trie folded;

  PhraseList(List<String> phrases) {
    var trie = Trie.builder();
    for (String phrase : phrases) {
      String one = PhraseFolding.folded(phrase);
      if (!one.isEmpty() && asWritten.putIfAbsent(one, phrase) == null) {
        trie.addKeyword(one);
      }
    }
    this.folded = trie.build();
  }

  /// @return as it was written
  @Nullable
  String firstIn(String text) {
    if (asWritten.isEmpty()) {
      return null;
    }
    Emit first = folded.firstMatch(PhraseFolding.folded(text));
    return first == null ? null : asWritten.get(first.getKeyword());
  }
}
