package dev.xiaoer.replies.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.replies.ReplyKind;
import dev.xiaoer.replies.Rule;
import dev.xiaoer.replies.RuleBook;
import dev.xiaoer.replies.RulePack;
import dev.xiaoer.replies.text.Keywords;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedPacksTest {

  @Test
  void theyHaveEveryKindInBothLanguagesUnderTheSameIds() {
    for (RuleBook book : List.of(RulePacks.shipped(), RulePacks.demo())) {
      assertThat(book.packs()).extracting(RulePack::language)
          .containsExactly(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
          .allSatisfy(language -> assertThat(kinds(book.in(language)))
              .isEqualTo(EnumSet.complementOf(EnumSet.of(ReplyKind.FAQ))));
    }
    assertThat(ids(RulePacks.shipped().in(Locale.ENGLISH))).isEqualTo(ids(RulePacks.shipped().in(Locale.CHINESE)));
  }

  @Test
  void whoSpeaksNeitherLanguageIsSpokenToInChinese() {
    assertThat(RulePacks.shipped().in(Locale.FRENCH).language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(RulePacks.shipped().in(Locale.UK).language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void theDemosPacksStandOnTheGeneralOnes() {
    RulePack general = RulePacks.shipped().in(Locale.CHINESE);
    RulePack demo = RulePacks.demo().in(Locale.CHINESE);
    assertThat(demo.rules()).containsAll(general.rules()).hasSizeGreaterThan(general.rules().size());
    assertThat(demo.hours()).isEqualTo(general.hours());
    assertThat(general.faq().entries()).isEmpty();
    assertThat(demo.faq().entries()).hasSizeGreaterThan(20);
  }

  /// A keyword that stands in a word of smartcn's, or across two, would never be found as a word.
  @Test
  void everyKeywordIsFoundWhereItStandsAlone() {
    for (RulePack pack : RulePacks.demo().packs()) {
      for (Rule rule : pack.rules()) {
        if (rule.when() instanceof Rule.Heard(var match, var words, var _)) {
          for (String word : words) {
            var keywords = new Keywords(List.of(new Keywords.Keyword(rule.id(), word, match, 0)));
            assertThat(keywords.in(word)).as("%s of %s", word, rule.id()).hasSize(1);
          }
        }
      }
    }
  }

  private static Set<ReplyKind> kinds(RulePack pack) {
    return pack.rules().stream().map(Rule::kind).collect(Collectors.toSet());
  }

  private static Set<String> ids(RulePack pack) {
    return pack.rules().stream().map(Rule::id).collect(Collectors.toSet());
  }
}
