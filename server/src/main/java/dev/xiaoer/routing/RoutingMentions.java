package dev.xiaoer.routing;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.hub.LogEntry;
import dev.xiaoer.hub.TopicLog;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.ForStaff.NotePosted;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// A note lies in the conversation's slot, what its colleagues hear in the desk's: so the change is marked as begun, and
/// each colleague is one step that remembers whom the note was told to.
final class RoutingMentions implements Mentions {

  /// Among so many of the last events of a staff topic is the note of a node that died a moment ago.
  private static final int LATEST = 50;

  private final RedisRoutingScripts scripts;
  private final Conversations conversations;
  private final TopicLog log;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;

  RoutingMentions(RedisRoutingScripts scripts, Conversations conversations, TopicLog log, Hub hub, StrictJson json,
      Ids ids) {
    this.scripts = scripts;
    this.conversations = conversations;
    this.log = log;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
  }

  private record Note(Ref ref, long ts, String by, List<String> colleagues) {}

  @Override
  public CompletionStage<Outcome> post(ConversationId conversation, Speaker author, Ref ref, String text,
      List<String> colleagues) {
    if (colleagues.isEmpty()) {
      return conversations.postNote(conversation, author, ref, text, colleagues);
    }
    return scripts.unsettle(author.desk(), conversation)
        .thenCompose(mark -> conversations.postNote(conversation, author, ref, text, colleagues)
            .thenCompose(outcome -> (outcome instanceof Outcome.Done done
                ? tell(conversation, List.of(new Note(ref, done.ts(), author.id(), colleagues)))
                : CompletableFuture.<Void>completedStage(null))
                .thenCompose(told -> scripts.nothingBegun(author.desk(), conversation, mark))
                .thenApply(settled -> outcome)));
  }

  /// Tells of the latest notes whom they mention and who has not been told.
  CompletionStage<Void> tellAgain(ConversationId conversation) {
    return log.latest(new Topic.Staff(conversation), LATEST)
        .thenCompose(entries -> tell(conversation, entries.stream().flatMap(this::note).toList()));
  }

  private Stream<Note> note(LogEntry entry) {
    return json.read(Frame.class, entry.frame()) instanceof StrictJson.Decoded.Good<Frame>(Frame.Logged logged)
        && logged.event() instanceof NotePosted posted && posted.author() instanceof Author.Agent(var by)
            ? Stream.of(new Note(new Ref(logged.id()), logged.ts(), by, posted.mentions()))
            : Stream.empty();
  }

  private CompletionStage<Void> tell(ConversationId conversation, List<Note> notes) {
    List<Note> mentioning = notes.stream().filter(note -> !note.colleagues().isEmpty()).toList();
    if (mentioning.isEmpty()) {
      return CompletableFuture.completedStage(null);
    }
    return conversations.find(conversation).thenCompose(record -> record == null
        ? CompletableFuture.completedStage(null)
        : Dispatcher.each(mentioning, note -> Dispatcher.each(note.colleagues().stream().distinct().toList(),
            colleague -> tell(conversation, note, colleague, record))));
  }

  private CompletionStage<Void> tell(ConversationId conversation, Note note, String colleague,
      ConversationRecord record) {
    String event = json.write(new ForAgent.Mentioned(conversation, note.by(), record.card().shop(),
        record.card().group(), record.buyer()));
    return scripts.mention(record.card().desk(), conversation, note.ref(), note.ts(), colleague, ids.next(), event)
        .thenAccept(told -> {
          if (told != null) {
            hub.announce(told);
          }
        });
  }
}
