package dev.xiaoer.conversation;

import dev.xiaoer.hub.Appended;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.hub.StoredEvent;
import dev.xiaoer.hub.TopicKeys;
import dev.xiaoer.json.Around;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.ForStaff;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.Fields;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Stateless; any thread.
final class RedisDeskVoice implements DeskVoice {

  private static final Script LISTEN = Script.of(RedisDeskVoice.class, "listen");
  private static final Script SAY = Script.of(RedisDeskVoice.class, "say_as_desk", "append");

  private final RedisLink redis;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;

  RedisDeskVoice(RedisLink redis, Hub hub, StrictJson json, Ids ids) {
    this.redis = redis;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
  }

  @Override
  public CompletionStage<@Nullable Heard> listen(ConversationId id) {
    return redis.read(LISTEN, List.of(ConversationKeys.record(id), ConversationKeys.said(id))).thenApply(answer -> {
      Map<String, String> fields = Fields.of(answer.get(0));
      return fields.isEmpty()
          ? null
          : new Heard(RecordFields.read(fields), spoke(fields.getOrDefault("spoke", "0 0 0")),
              Long.parseLong(fields.getOrDefault("heard", "0")), Fields.of(answer.get(1)));
    });
  }

  private static Spoke spoke(String kept) {
    String[] parts = kept.split(" ", 3);
    return new Spoke(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }

  /// What is sent, and announced when it is written.
  private record Sent(String id, String event, String explanationId) {}

  @Override
  public CompletionStage<Outcome> say(ConversationId id, Saying saying) {
    var sent = new ArrayList<Sent>();
    ConversationRecord on = saying.on();
    var arguments = new ArrayList<>(List.of(saying.moment(), saying.heard() == 0 ? "" : Long.toString(saying.heard()),
        on.state().name(), on.agent(), on.asked() == 0 ? "" : Long.toString(on.asked())));
    for (Line line : saying.lines()) {
      var one = new Sent(ids.next(), json.write(new ForBuyer.MessagePosted(new Author.Desk(), line.text())),
          ids.next());
      sent.add(one);
      arguments.addAll(arguments(line, one));
    }
    return redis.write(SAY, keys(id), arguments.toArray(String[]::new)).thenApply(answer -> {
      var outcome = Outcome.valueOf((String) answer.getFirst());
      if (outcome == Outcome.SAID) {
        announce(id, sent, answer);
      }
      return outcome;
    });
  }

  private List<String> arguments(Line line, Sent sent) {
    Around explanation = json
        .writeAround(new ForStaff.ReplyExplained(Around.OPEN, line.kind(), line.rule(), line.trigger()));
    Change memory = line.memory();
    return List.of(sent.id(), StoredEvent.shorten(sent.event()), sent.explanationId(), explanation.before(),
        explanation.after(), memory == null ? "" : line.rule(),
        memory == null || memory.before() == null ? "" : memory.before(), memory == null ? "" : memory.after());
  }

  private static List<String> keys(ConversationId id) {
    var buyer = new Topic.Buyer(id);
    var staff = new Topic.Staff(id);
    return List.of(ConversationKeys.record(id), TopicKeys.log(buyer), TopicKeys.log(staff), ConversationKeys.refs(id),
        ConversationKeys.said(id), TopicKeys.nodes(buyer), TopicKeys.nodes(staff));
  }

  private void announce(ConversationId id, List<Sent> sent, List<Object> answer) {
    long ts = (long) answer.get(1);
    long buyerSeq = (long) answer.get(2) - sent.size();
    List<String> buyerNodes = Appending.texts(answer.get(3));
    long staffSeq = (long) answer.get(4) - sent.size();
    List<String> staffNodes = Appending.texts(answer.get(5));
    List<String> explained = Appending.texts(answer.get(6));
    for (int i = 0; i < sent.size(); i++) {
      Sent one = sent.get(i);
      hub.announce(new Appended(new Topic.Buyer(id), ++buyerSeq, one.id(), ts, one.event(), buyerNodes));
      hub.announce(
          new Appended(new Topic.Staff(id), ++staffSeq, one.explanationId(), ts, explained.get(i), staffNodes));
    }
  }

  @Override
  public void heard(ConversationId id, long seq) {
    var _ = redis.commands().hset(ConversationKeys.record(id), "heard", Long.toString(seq));
  }
}
