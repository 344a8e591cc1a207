package dev.xiaoer.replies;

import dev.xiaoer.replies.text.Words;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// What the variables stand for in a situation; those that have no value are not there.
final class Values {

  private Values() {}

  static Map<Variable, String> of(Situation situation, RulePack pack) {
    var phrasing = new Phrasing(Words.in(pack.language()), pack.zone());
    Instant now = situation.now();
    Map<Variable, String> values = new EnumMap<>(Variable.class);
    values.put(Variable.SHOP, situation.shop());
    if (situation.buyer() != null) {
      values.put(Variable.BUYER, situation.buyer());
    }
    if (situation.waitingSince() != null) {
      values.put(Variable.WAITED, phrasing.length(situation.waited()));
    }
    ofAgent(situation, phrasing, values);
    ofQueue(situation, phrasing, values);
    if (!pack.hours().windows().isEmpty()) {
      values.put(Variable.HOURS, phrasing.hours(pack.hours()));
    }
    Instant opens = situation.opens() == null ? pack.hours().openAfter(now, pack.zone()) : situation.opens();
    if (opens != null) {
      values.put(Variable.OPENS, phrasing.at(opens, now));
    }
    return values;
  }

  private static void ofAgent(Situation situation, Phrasing phrasing, Map<Variable, String> values) {
    Serving agent = situation.agent();
    if (agent == null) {
      return;
    }
    values.put(Variable.AGENT, agent.name());
    if (agent.backAt() != null && agent.backAt().isAfter(situation.now())) {
      values.put(Variable.BACK, phrasing.at(agent.backAt(), situation.now()));
    }
  }

  private static void ofQueue(Situation situation, Phrasing phrasing, Map<Variable, String> values) {
    Situation.Place place = situation.place();
    if (place == null) {
      return;
    }
    values.put(Variable.POSITION, Integer.toString(place.position()));
    if (place.estimate() != null) {
      values.put(Variable.WAIT, phrasing.length(place.estimate()));
    }
  }
}
