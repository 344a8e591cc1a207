package dev.xiaoer.conversation;

import static dev.xiaoer.conversation.ConversationKeys.record;

import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.hub.Appended;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.hub.LogEntry;
import dev.xiaoer.hub.StoredEvent;
import dev.xiaoer.hub.TopicKeys;
import dev.xiaoer.json.Around;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.ForStaff;
import dev.xiaoer.protocol.ForStaff.Sensitive;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Stateless; any thread.
final class RedisDisclosures implements Disclosures {

  private static final Script REVEAL = Script.of(RedisDisclosures.class, "reveal_sensitive", "append");
  private static final Script SHOW_RECALLED = Script.of(RedisDisclosures.class, "show_recalled", "append");
  private static final int MOST_SHOWN = 100;

  private final RedisLink redis;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;

  RedisDisclosures(RedisLink redis, Hub hub, StrictJson json, Ids ids) {
    this.redis = redis;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
  }

  @Override
  public CompletionStage<Outcome> reveal(ConversationId id, Speaker by, @Nullable Long seq, Sensitive what) {
    var staff = new Topic.Staff(id);
    String eventId = ids.next();
    String event = json.write(new ForStaff.SensitiveRevealed(by.id(), seq, what));
    return redis.write(REVEAL, List.of(record(id), TopicKeys.log(staff), TopicKeys.nodes(staff)), by.desk(),
        Long.toString(seq == null ? 0 : seq), eventId, event).thenApply(answer -> switch (Appending.of(answer)) {
          case Appending.Refused(var code) -> new Outcome.Refused(code);
          case Appending.Done done -> {
            hub.announce(new Appended(staff, done.seq(), eventId, done.ts(), event, done.nodes()));
            yield new Outcome.Done(staff, done.seq(), eventId, done.ts());
          }
        });
  }

  @Override
  public CompletionStage<@Nullable List<Recalled>> recalled(ConversationId id, Speaker by) {
    var buyer = new Topic.Buyer(id);
    var staff = new Topic.Staff(id);
    Around event = json.writeAround(new ForStaff.RecalledShown(by.id(), Around.OPEN));
    return redis.write(SHOW_RECALLED,
        List.of(record(id), TopicKeys.log(buyer), TopicKeys.log(staff), TopicKeys.replaced(buyer),
            TopicKeys.nodes(staff)),
        by.desk(), Integer.toString(MOST_SHOWN), ids.next(), event.before(), event.after())
        .thenApply(answer -> answer.getFirst().equals("SHOWN") ? shown(buyer, staff, answer) : null);
  }

  private List<Recalled> shown(Topic buyer, Topic staff, List<Object> answer) {
    long now = (long) answer.get(1);
    List<String> nodes = Appending.texts(answer.get(3));
    return ((List<?>) answer.get(2)).stream().map(List.class::cast).map(one -> {
      hub.announce(new Appended(staff, (long) one.get(2), (String) one.get(3), now, (String) one.get(4), nodes));
      return recalled(StoredEvent.read(buyer, (long) one.get(0), (String) one.get(1)));
    }).toList();
  }

  private Recalled recalled(LogEntry entry) {
    if (json.read(Frame.class, entry.frame()) instanceof StrictJson.Decoded.Good<Frame>(Frame.Logged logged)
        && logged.event() instanceof ForBuyer.Said said) {
      return new Recalled(logged.seq(), logged.ts(), said.author(), said);
    }
    throw new IllegalStateException("nothing that could be taken back: " + entry.topic().name() + " " + entry.seq());
  }
}
