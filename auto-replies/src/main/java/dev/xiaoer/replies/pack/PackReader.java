package dev.xiaoer.replies.pack;

import dev.xiaoer.replies.Faq;
import dev.xiaoer.replies.Hours;
import dev.xiaoer.replies.Overrides;
import dev.xiaoer.replies.Rule;
import dev.xiaoer.replies.RulePack;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/// Reads a whole pack. What is wrong is left out and told, so that everything after it is still looked at.
record PackReader(Problems problems) {

  private static final int MOST_RULES = 500;
  private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");
  private static final String SHIPPED = "shipped";

  RulePack read(Node root) {
    Section section = Section.of(root, Set.of("language", "zone", "hours", "extends", "rules", "faq", "overrides"),
        problems);
    Locale language = language(section);
    RulePack base = base(section, language);
    Hours hours = section.has("hours") ? HoursReader.read(section, problems) : base.hours();
    var texts = new Texts(hours, problems);
    var reader = new RuleReader(texts, problems, base.rules());
    List<Rule> rules = rules(section, reader, base.rules());
    Faq faq = new FaqReader(reader, texts, problems).read(section.get("faq"), base.faq());
    Node changes = section.get("overrides");
    Overrides overrides = changes == null
        ? Overrides.NONE
        : new OverridesReader(reader.kinds(), texts, problems).read(changes);
    return new RulePack(language, zone(section, base.zone()), hours, rules, faq, overrides);
  }

  private Locale language(Section section) {
    section.require("language");
    Locale language = new Scalars(section, problems).choice("language", RulePacks.LANGUAGES, Locale::toLanguageTag,
        Mistake.LANGUAGE);
    return language == null ? Locale.SIMPLIFIED_CHINESE : language;
  }

  private RulePack base(Section section, Locale language) {
    String base = new Scalars(section, problems).choice("extends", List.of(SHIPPED), String::toString, Mistake.CHOICE);
    if (base != null) {
      return RulePacks.shipped(language);
    }
    if (!section.has("extends") && !section.has("rules")) {
      problems.add(section.node(), Mistake.MISSING, "rules");
    }
    return new RulePack(language, USUAL_ZONE, Hours.UNKNOWN, List.of(), Faq.NONE, Overrides.NONE);
  }

  private ZoneId zone(Section section, ZoneId usual) {
    String zone = section.text("zone");
    try {
      return zone == null ? usual : ZoneId.of(zone);
    } catch (DateTimeException e) {
      problems.add(section.value("zone"), Mistake.ZONE, zone);
      return usual;
    }
  }

  private static List<Rule> rules(Section section, RuleReader reader, List<Rule> base) {
    var rules = new ArrayList<>(base);
    for (Node one : section.list("rules", MOST_RULES)) {
      Rule rule = reader.read(one);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }
}
