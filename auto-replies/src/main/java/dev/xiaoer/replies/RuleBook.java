package dev.xiaoer.replies;

import java.util.List;
import java.util.Locale;

/// The packs of a desk, one a language. Who speaks none of them is spoken to in the first.
public record RuleBook(List<RulePack> packs) {

  public RuleBook {
    if (packs.isEmpty()) {
      throw new IllegalArgumentException("a rule book has a pack");
    }
    packs = List.copyOf(packs);
  }

  public RulePack in(Locale language) {
    return packs.stream().filter(pack -> pack.language().getLanguage().equals(language.getLanguage())).findFirst()
        .orElse(packs.getFirst());
  }
}
