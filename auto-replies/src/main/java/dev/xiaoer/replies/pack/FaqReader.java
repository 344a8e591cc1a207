package dev.xiaoer.replies.pack;

import dev.xiaoer.replies.Faq;
import dev.xiaoer.replies.ReplyKind;
import dev.xiaoer.replies.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads the FAQ of a pack, on top of the one it extends.
record FaqReader(RuleReader rules, Texts texts, Problems problems) {

  private static final int MOST_ANSWERS = 2_000;
  private static final int MOST_QUESTIONS = 30;
  private static final int MOST_SYNONYMS = 200;
  private static final int LONGEST_QUESTION = 100;

  Faq read(@Nullable Node node, Faq base) {
    base.entries().forEach(entry -> rules.take(entry.id()));
    if (node == null) {
      return base;
    }
    Section section = Section.of(node, Set.of("threshold", "limit", "synonyms", "answers"), problems);
    Double threshold = new Scalars(section, problems).share("threshold");
    var entries = new ArrayList<>(base.entries());
    for (Node one : section.list("answers", MOST_ANSWERS)) {
      Faq.Entry entry = entry(one);
      if (entry != null) {
        entries.add(entry);
      }
    }
    var synonyms = new ArrayList<>(base.synonyms());
    section.list("synonyms", MOST_SYNONYMS).forEach(group -> synonyms.add(synonyms(group)));
    return new Faq(threshold == null ? base.threshold() : threshold,
        section.has("limit") ? LimitReader.read(section.get("limit"), ReplyKind.FAQ, problems) : base.limit(), synonyms,
        entries);
  }

  private Faq.@Nullable Entry entry(Node node) {
    Section section = Section.of(node, Set.of("id", "question", "variants", "answer", "tags"), problems);
    String id = rules.id(section);
    String question = question(section);
    Wording answer = texts.alone(section, "answer", ReplyKind.FAQ);
    var questions = new ArrayList<String>();
    questions.add(question == null ? "" : question);
    questions.addAll(values(section.texts("variants", MOST_QUESTIONS)));
    List<String> tags = values(section.texts("tags", MOST_QUESTIONS));
    return id == null || question == null || answer == null ? null : new Faq.Entry(id, questions, answer, tags);
  }

  private @Nullable String question(Section section) {
    String question = section.needed("question");
    if (question == null) {
      return null;
    }
    if (question.isBlank()) {
      problems.add(section.value("question"), Mistake.TEXT_EMPTY);
      return null;
    }
    if (question.length() > LONGEST_QUESTION) {
      problems.add(section.value("question"), Mistake.TEXT_TOO_LONG, question.length(), LONGEST_QUESTION);
      return null;
    }
    return question;
  }

  private List<String> synonyms(Node group) {
    if (!(group instanceof SequenceNode words) || words.getValue().size() < 2) {
      problems.add(group, Mistake.NOT_A_LIST, "synonyms");
      return List.of("");
    }
    var texts = new ArrayList<String>();
    for (Node word : words.getValue()) {
      String text = Section.text(word, problems);
      texts.add(text == null ? "" : text);
    }
    return texts;
  }

  private static List<String> values(List<ScalarNode> nodes) {
    return nodes.stream().map(ScalarNode::getValue).toList();
  }
}
