package dev.xiaoer.gateway;

import dev.xiaoer.accounts.SocketTickets;
import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.availability.Agent;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Conversations.Mark;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ByAgent;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.routing.Reception;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where the staff comes in.
final class StaffDoor implements Door<ByAgent, StaffMember> {

  private final SocketTickets tickets;
  private final Availability availability;
  private final Reception reception;
  private final Conversations conversations;
  private final Files files;
  private final Texts texts;
  private final PoliteTexts polite;
  private final StaffConnections present;
  private final SocketSettings settings;

  StaffDoor(SocketTickets tickets, Availability availability, Reception reception, Conversations conversations,
      Files files, Texts texts, PoliteTexts polite, StaffConnections present, SocketSettings settings) {
    this.tickets = tickets;
    this.availability = availability;
    this.reception = reception;
    this.conversations = conversations;
    this.files = files;
    this.texts = texts;
    this.polite = polite;
    this.present = present;
    this.settings = settings;
  }

  @Override
  public Class<ByAgent> reads() {
    return ByAgent.class;
  }

  @Override
  public CompletionStage<@Nullable StaffMember> admit(ByAgent first) {
    return first instanceof ByAgent.Hello hello
        ? tickets.redeem(hello.ticket())
        : CompletableFuture.completedStage(null);
  }

  @Override
  public @Nullable String language(ByAgent first) {
    return first instanceof ByAgent.Hello hello ? hello.language() : null;
  }

  @Override
  public @Nullable String limitedAs(StaffMember member) {
    return null;
  }

  @Override
  public void enter(Connection connection, StaffMember member) {
    present.add(member.id(), connection);
    availability.connected(member.desk(), member.id());
    availability.renew().thenRun(() -> reception.lookAround(member.desk()));
    var you = new Frame.You(member.role(), member.id(), member.displayName(), member.desk());
    connection.send(new Frame.Welcome(connection.id(), you, Math.toIntExact(settings.heartbeat().toSeconds()),
        List.of(new Topic.Agent(member.desk(), member.id()))));
  }

  @Override
  public void left(Connection connection, StaffMember member) {
    present.remove(member.id(), connection);
    availability.disconnected(member.desk(), member.id());
  }

  @Override
  public void carryOut(Connection connection, StaffMember member, ByAgent command) {
    var speaker = new Speaker(member.desk(), member.id());
    var author = new Author.Agent(member.id());
    switch (command) {
      case ByAgent.Hello again -> connection.refuse(null, Refusal.INVALID);
      case ByAgent.Post post -> connection.answer(post, () -> polite.say(connection, member.desk(), post.ref(),
          post.text(), text -> ifVisible(member, post.conversation(),
              () -> conversations.postAsAgent(post.conversation(), speaker, post.revision(), post.ref(), text))));
      case ByAgent.PostAttachment post -> connection.answer(post, () -> Answers.ofFile(connection, post.ref(),
          files.find(post.conversation(), post.attachment()), file -> ifVisible(member, post.conversation(),
              () -> conversations.postAsAgent(post.conversation(), speaker, post.revision(), post.ref(), file))));
      case ByAgent.PostNote note -> connection.answer(note, () -> texts.say(connection, note.ref(), note.text(),
          text -> ifVisible(member, note.conversation(),
              () -> conversations.postNote(note.conversation(), speaker, note.ref(), text))));
      case ByAgent.Close close -> connection.answer(close, () -> ifVisible(member, close.conversation(),
          () -> reception.close(close.conversation(), speaker, close.revision(), close.ref()))
          .thenApply(outcome -> Answers.of(connection, close.ref(), outcome)));
      case ByAgent.SetAvailability set -> connection.answer(set, () -> setAvailability(member, set));
      case ByAgent.Follow follow -> follow(connection, member, follow);
      case ByAgent.Unfollow unfollow -> connection.unfollow(unfollow.topic());
      case ByAgent.Typing typing -> hint(member, typing.conversation(),
          () -> conversations.typing(typing.conversation(), author));
      case ByAgent.Received received -> hint(member, received.conversation(),
          () -> conversations.mark(received.conversation(), author, Mark.RECEIVED, received.seq()));
      case ByAgent.Read read -> hint(member, read.conversation(),
          () -> conversations.mark(read.conversation(), author, Mark.READ, read.seq()));
      case ByAgent.Heartbeat heartbeat -> connection.heartbeat();
    }
  }

  private CompletionStage<Frame> setAvailability(StaffMember member, ByAgent.SetAvailability set) {
    var agent = new Agent(member.desk(), member.id(), member.displayName(), member.groups(), member.cap());
    return availability.set(agent, set.state()).thenApply(changed -> {
      if (set.state() == AvailabilityState.ONLINE) {
        reception.lookAround(member.desk());
      }
      return new Frame.Reply(set.ref(), new Topic.Agent(member.desk(), member.id()), changed.seq(), changed.id(),
          changed.ts());
    });
  }

  private void follow(Connection connection, StaffMember member, ByAgent.Follow follow) {
    switch (follow.topic()) {
      case Topic.Agent(var desk, var agent) -> {
        if (desk.equals(member.desk()) && agent.equals(member.id())) {
          connection.follow(follow.ref(), follow.topic(), follow.have(), () -> {});
        } else {
          connection.refuse(follow.ref(), Refusal.NOT_FOUND);
        }
      }
      case Topic.Buyer(var conversation) -> Answers.ifFound(connection, follow.ref(), conversations.card(conversation),
          card -> ConversationRights.maySee(member, card),
          () -> connection.follow(follow.ref(), follow.topic(), follow.have(),
              () -> conversations.tellMarks(conversation)));
      case Topic.Staff(var conversation) -> Answers.ifFound(connection, follow.ref(), conversations.card(conversation),
          card -> ConversationRights.maySee(member, card),
          () -> connection.follow(follow.ref(), follow.topic(), follow.have(), () -> {}));
    }
  }

  /// What a colleague of another group may not see is not there; the cards are kept at hand, so that asking costs little.
  private CompletionStage<Outcome> ifVisible(StaffMember member, ConversationId conversation,
      Supplier<CompletionStage<Outcome>> then) {
    return conversations.card(conversation).thenCompose(card -> card != null && ConversationRights.maySee(member, card)
        ? then.get()
        : CompletableFuture.completedStage(new Outcome.Refused(Refusal.NOT_FOUND)));
  }

  /// Nobody waits for an answer to it.
  private void hint(StaffMember member, ConversationId conversation, Runnable then) {
    conversations.card(conversation).thenAccept(card -> {
      if (card != null && ConversationRights.maySee(member, card)) {
        then.run();
      }
    });
  }
}
