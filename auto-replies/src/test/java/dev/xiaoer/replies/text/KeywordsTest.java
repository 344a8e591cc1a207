package dev.xiaoer.replies.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {

  @ParameterizedTest
  @CsvSource({
    "CONTAINS, 发货, 开发货架, true",
    "WORD, 发货, 开发货架, false",
    "WORD, 发货, 不发货吗, true",
    "WORD, 发货, 今天发货吗？, true",
    "WORD, 发货, 发　货, true",
    "WORD, 发货, 货发了吗, false",
    "EXACT, 发货, 发货？, true",
    "EXACT, 发货, 发货吗, false",
    "EXACT, 在吗, ～在吗～, true",
    "WORD, vip, 我是ＶＩＰ会员, true",
    "WORD, ＶＩＰ, 我是vip, true",
    "WORD, ship, my ship sails, true",
    "WORD, ship, shipping is slow, false",
    "CONTAINS, ship, shipping is slow, true",
    "WORD, real person, a Real  Person please, true",
    "CONTAINS, 加微信, 加\u200B微 信, true"})
  void aKeywordIsFoundAsItsRuleSays(Match match, String keyword, String text, boolean found) {
    var keywords = new Keywords(List.of(new Keywords.Keyword("rule", keyword, match, 0)));
    assertThat(keywords.in(text)).hasSize(found ? 1 : 0);
  }

  @Test
  void priorityThenLengthThenPlaceDecides() {
    var keywords = new Keywords(List.of(contains("short", "发货", 0), contains("long", "不发货", 0),
        contains("late", "发票", 0), contains("first", "投诉", 1)));
    assertThat(rules(keywords, "不发货就投诉，发票呢")).containsExactly("first", "long", "short", "late");
    assertThat(rules(keywords, "发票和发货")).containsExactly("late", "short");
  }

  @Test
  void noKeywordsFindNothing() {
    assertThat(new Keywords(List.of()).in("发货")).isEmpty();
  }

  /// Against looking for each keyword by itself, with an alphabet small enough that they overlap and hold each other.
  @Property(tries = 1_000)
  void allThatAreInATextAreFoundAndNoOther(
      @ForAll @Size(min = 1, max = 12) List<@CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 4) String> words,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 30) String text) {
    var keywords = new Keywords(words.stream().map(word -> contains(word, word, 0)).toList());
    Set<String> naive = words.stream().filter(text::contains).collect(Collectors.toSet());
    assertThat(new HashSet<>(rules(keywords, text))).isEqualTo(naive);
  }

  /// The best keyword of each rule is the one that looking at all of them finds.
  @Property(tries = 1_000)
  void theBestOfARuleIsItsLongest(
      @ForAll @Size(min = 1, max = 8) List<@CharRange(from = 'a', to = 'b') @StringLength(min = 1, max = 5) String> words,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(min = 1, max = 20) String text) {
    var all = new ArrayList<Keywords.Keyword>();
    words.forEach(word -> all.add(contains("rule", word, 0)));
    int longest = words.stream().filter(text::contains).mapToInt(String::length).max().orElse(0);
    assertThat(new Keywords(all).in(text)).hasSize(longest == 0 ? 0 : 1)
        .allSatisfy(found -> assertThat(found.word()).hasSize(longest));
  }

  private static Keywords.Keyword contains(String rule, String word, int priority) {
    return new Keywords.Keyword(rule, word, Match.CONTAINS, priority);
  }

  private static List<String> rules(Keywords keywords, String text) {
    return keywords.in(text).stream().map(Keywords.Keyword::rule).toList();
  }
}
