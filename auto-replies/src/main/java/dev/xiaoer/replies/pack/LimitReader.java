package dev.xiaoer.replies.pack;

import dev.xiaoer.replies.Limit;
import dev.xiaoer.replies.Per;
import dev.xiaoer.replies.ReplyKind;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/// Reads `limit: { times: 1, per: day, every: 10m }`; what it does not say is the kind's.
final class LimitReader {

  static final int MOST_TIMES = 20;

  private LimitReader() {}

  static Limit read(@Nullable Node node, ReplyKind kind, Problems problems) {
    Limit usual = kind.limit();
    if (node == null) {
      return usual;
    }
    Section section = Section.of(node, Set.of("times", "per", "every"), problems);
    var values = new Scalars(section, problems);
    Integer times = values.number("times", 1, MOST_TIMES);
    Per per = values.choice("per", kind.counts(), Per::key, Mistake.COUNTED_WITHIN);
    Duration every = values.duration("every");
    return new Limit(times == null ? usual.times() : times, per == null ? usual.per() : per,
        every == null ? usual.apart() : every);
  }
}
