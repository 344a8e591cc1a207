package dev.xiaoer.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.json.StrictJson;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RuleFaultsTest {

  private static final Set<String> GROUPS = Set.of("g", "h");
  private static final JsonMapper JSON = new StrictJson().mapper();

  @Test
  void whatMayBeHasNoFault() {
    assertThat(RuleFaults.first(DeskRulesContract.full(3), GROUPS)).isNull();
    assertThat(RuleFaults.first(TestRules.defaults().of("h"), GROUPS)).isNull();
  }

  /// One part of rules that are good otherwise is replaced, as they lie in the store.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      group                   | "group":"g"                    | "group":"x"
      version                 | "version":0                    | "version":-1
      hangUp.limit            | "limit":"PT5M"                 | "limit":"PT10S"
      hangUp.warning          | "warning":"PT4M"               | "warning":"PT5M"
      hangUp.warning          | "warning":"PT4M"               | "warning":"PT0S"
      hangUp.grace            | "grace":"PT1M"                 | "grace":"PT-1S"
      hangUp.most             | "most":"PT20M"                 | "most":"PT4M"
      breaks.length           | "length":"PT20M"               | "length":"PT48H"
      breaks.atOnce           | "atOnce":2                     | "atOnce":0
      breaks.hold             | "hold":"PT1M"                  | "hold":"PT1S"
      breaks.unanswered       | "unanswered":"PT30S"           | "unanswered":"PT2H"
      floor                   | "floor":2                      | "floor":-1
      servedLately.hungUp     | "hungUp":"PT1H"                | "hungUp":"PT3H"
      servedLately.online     | "online":"PT2H"                | "online":"PT9999H"
      overflow.group          | "overflow":{"group":"h"        | "overflow":{"group":"g"
      overflow.group          | "overflow":{"group":"h"        | "overflow":{"group":"x"
      overflow.after          | "after":"PT45S"                | "after":"PT0S"
      answerWithin            | "answerWithin":"PT20S"         | "answerWithin":"PT1S"
      weights.a1              | "a1":30                        | "a1":0
      weights.a1              | "a1":30                        | "a1":101
      weights.a 1             | "a1":30                        | "a 1":30
      hours.week.MONDAY       | "to":"12:30:00"                | "to":"20:30:00"
      hours.week.MONDAY       | "to":"12:30:00"                | "to":"08:00:00"
      hours.week.MONDAY       | "to":"12:30:00"                | "to":"07:00:00"
      hours.exceptions.2026-10-01 | "spans":[]                 | "spans":[{"from":"08:00","to":"08:00"}]
      queue.most              | "most":100                     | "most":0
      queue.longest           | "longest":"PT15M"              | "longest":"PT1S"
      transfer.answer         | "answer":"PT20S"               | "answer":"PT0S"
      transfer.hops           | "hops":1                       | "hops":-1
      tiers.金                | "金":8                          | "金":10
      signpost.pages          | "refund"                       | "goods/*"
      signpost.pages.a*b      | "refund"                       | "a*b"
      signpost.pages.*        | "refund"                       | "*"
      signpost.pages.         | "refund"                       | ""
      """)
  void theFirstFieldThatCannotBeIsNamed(String field, String good, String bad) {
    String kept = JSON.writeValueAsString(DeskRulesContract.full(0));
    assertThat(kept).contains(good);
    GroupRules rules = JSON.readValue(kept.replace(good, bad), GroupRules.class);
    assertThat(RuleFaults.first(rules, GROUPS)).isEqualTo(field);
  }
}
