package dev.xiaoer.replies.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

/// Words and phrases that mean the same to a shop. Does not change; any thread.
public final class Synonyms {

  private static final Comparator<Emit> FIRST_THEN_LONGEST = Comparator.comparingInt(Emit::getStart)
      .thenComparing(Comparator.comparingInt(Emit::size).reversed());

  private final Map<String, String> first = new HashMap<>();
  private final Trie all;

  /// @param groups what means the same; the first of each stands for all
  public Synonyms(List<List<String>> groups) {
    for (List<String> group : groups) {
      group.forEach(word -> first.put(Folding.folded(word), Folding.folded(group.getFirst())));
    }
    this.all = Trie.builder().addKeywords(first.keySet()).build();
  }

  /// The text with the first of its group in place of each synonym that begins and ends where words do, the longest where
  /// several do.
  public String united(String folded) {
    if (first.isEmpty()) {
      return folded;
    }
    var united = new StringBuilder();
    int done = 0;
    for (Emit one : standing(folded)) {
      if (one.getStart() >= done) {
        united.append(folded, done, one.getStart()).append(' ').append(first.get(one.getKeyword())).append(' ');
        done = one.getEnd() + 1;
      }
    }
    return united.append(folded, done, folded.length()).toString();
  }

  private List<Emit> standing(String folded) {
    var bounds = WordBounds.of(folded);
    var standing = new ArrayList<Emit>(all.parseText(folded));
    standing.removeIf(one -> !bounds.hold(one.getStart(), one.getEnd() + 1));
    standing.sort(FIRST_THEN_LONGEST);
    return standing;
  }
}
