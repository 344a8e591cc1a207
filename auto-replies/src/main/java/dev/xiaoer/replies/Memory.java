package dev.xiaoer.replies;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the desk has said by itself, by the rule: to be kept with the conversation, and with the buyer.
public record Memory(Map<String, Said> ofConversation, Map<String, Said> ofBuyer) {

  public static final Memory EMPTY = new Memory(Map.of(), Map.of());

  public Memory {
    ofConversation = Map.copyOf(ofConversation);
    ofBuyer = Map.copyOf(ofBuyer);
  }

  /// @param period which one it was said in, of those that are counted
  /// @param times  how often in this period
  public record Said(String period, int times, Instant last) {

    /// As one short field, for a store.
    public String text() {
      return times + " " + last.toEpochMilli() + " " + period;
    }

    /// @throws IllegalArgumentException when the text is none of [#text]
    public static Said of(String text) {
      String[] parts = text.split(" ", 3);
      if (parts.length != 3) {
        throw new IllegalArgumentException("not what was said: " + text);
      }
      return new Said(parts[2], Integer.parseInt(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }
  }

  @Nullable
  Said said(String rule, Limit limit) {
    return of(limit.per()).get(rule);
  }

  /// @return what forbids to say it again now; null when nothing does
  Considered.@Nullable Outcome forbids(String rule, Limit limit, String period, Instant now) {
    Said said = said(rule, limit);
    if (said == null) {
      return null;
    }
    if (said.period().equals(period) && said.times() >= limit.times()) {
      return Considered.Outcome.LIMIT_REACHED;
    }
    return now.isBefore(said.last().plus(limit.apart())) ? Considered.Outcome.TOO_SOON : null;
  }

  Memory with(String rule, Limit limit, String period, Instant now) {
    var all = new HashMap<>(of(limit.per()));
    Said before = all.get(rule);
    int times = before != null && before.period().equals(period) ? before.times() : 0;
    all.put(rule, new Said(period, times + 1, now));
    return limit.per().isOfBuyer() ? new Memory(ofConversation, all) : new Memory(all, ofBuyer);
  }

  private Map<String, Said> of(Per per) {
    return per.isOfBuyer() ? ofBuyer : ofConversation;
  }
}
