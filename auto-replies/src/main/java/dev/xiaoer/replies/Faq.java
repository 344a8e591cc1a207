package dev.xiaoer.replies;

import java.util.List;

/// Answers to what is asked again and again.
///
/// @param threshold how much of a question has to agree, from 0 to 1; see [dev.xiaoer.replies.faq.FaqIndex]
/// @param limit     of each answer, when it is said to buyers
/// @param synonyms  words that mean the same to this shop, in groups
public record Faq(double threshold, Limit limit, List<List<String>> synonyms, List<Entry> entries) {

  static final double USUAL_THRESHOLD = 0.5;

  public static final Faq NONE = new Faq(USUAL_THRESHOLD, ReplyKind.FAQ.limit(), List.of(), List.of());

  public Faq {
    synonyms = synonyms.stream().map(List::copyOf).toList();
    entries = List.copyOf(entries);
  }

  /// @param questions the same one in several wordings, the one to be shown first
  public record Entry(String id, List<String> questions, Wording answer, List<String> tags) {

    public Entry {
      questions = List.copyOf(questions);
      tags = List.copyOf(tags);
    }
  }

  Rule rule(Entry entry) {
    return new Rule(entry.id(), ReplyKind.FAQ, new Rule.Always(), new Rule.Saying(entry.answer(), null, Level.PACK),
        limit, null);
  }
}
