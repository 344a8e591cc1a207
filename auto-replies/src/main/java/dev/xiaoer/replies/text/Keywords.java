package dev.xiaoer.replies.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;
import org.jspecify.annotations.Nullable;

/// Looks for all keywords of a pack in one pass over a text. Does not change; any thread.
public final class Keywords {

  private static final Comparator<Found> BEST_FIRST = Comparator
      .comparingInt((Found found) -> -found.keyword().priority())
      .thenComparingInt(found -> -found.length())
      .thenComparingInt(Found::start)
      .thenComparingInt(Found::order);

  private final Map<String, List<Candidate>> candidates = new HashMap<>();
  private final Trie folded;

  /// @param rule     whose keyword it is
  /// @param word     as it was written
  /// @param priority the greater goes first
  public record Keyword(String rule, String word, Match match, int priority) {}

  /// @param order of the keyword in the pack
  /// @param start in the folded text, as its length
  record Found(Keyword keyword, int order, int start, int length) {}

  private record Candidate(Keyword keyword, int order) {}

  public Keywords(List<Keyword> keywords) {
    var trie = Trie.builder();
    for (int i = 0; i < keywords.size(); i++) {
      String one = Folding.folded(keywords.get(i).word());
      candidates.computeIfAbsent(one, _ -> new ArrayList<>()).add(new Candidate(keywords.get(i), i));
      trie.addKeyword(one);
    }
    this.folded = trie.build();
  }

  /// The keywords that the text has, at most one of a rule: those of greater priority first, then the longer, then the
  /// earlier in the text, then the earlier in the pack.
  public List<Keyword> in(String text) {
    var best = new LinkedHashMap<String, Keyword>();
    for (Found found : all(Folding.folded(text))) {
      best.putIfAbsent(found.keyword().rule(), found.keyword());
    }
    return List.copyOf(best.values());
  }

  private List<Found> all(String text) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Found>();
    var place = new Place(text);
    for (Emit emit : folded.parseText(text)) {
      for (Candidate one : candidates.getOrDefault(emit.getKeyword(), List.of())) {
        if (place.allows(one.keyword().match(), emit.getStart(), emit.getEnd() + 1)) {
          found.add(new Found(one.keyword(), one.order(), emit.getStart(), emit.size()));
        }
      }
    }
    found.sort(BEST_FIRST);
    return found;
  }

  /// A text whose words are looked for once, and only if a keyword asks where they end.
  private static final class Place {

    private final String text;
    private @Nullable WordBounds bounds;

    Place(String text) {
      this.text = text;
    }

    boolean allows(Match match, int start, int end) {
      return switch (match) {
        case CONTAINS -> true;
        case WORD -> bounds().hold(start, end);
        case EXACT -> Folding.bare(text).equals(text.substring(start, end));
      };
    }

    private WordBounds bounds() {
      WordBounds known = bounds;
      if (known == null) {
        known = WordBounds.of(text);
        bounds = known;
      }
      return known;
    }
  }
}
