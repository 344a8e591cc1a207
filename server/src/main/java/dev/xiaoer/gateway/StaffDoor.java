package dev.xiaoer.gateway;

import dev.xiaoer.accounts.SocketTickets;
import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.autoreply.DeskReplies;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.availability.SeatEvent;
import dev.xiaoer.conversation.ConversationCard;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.conversation.Conversations.Mark;
import dev.xiaoer.conversation.Conversations.Speaker;
import dev.xiaoer.conversation.Outcome;
import dev.xiaoer.protocol.Author;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ByAgent;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.routing.Assignments;
import dev.xiaoer.routing.GroupBoard;
import dev.xiaoer.routing.Mentions;
import dev.xiaoer.routing.Reception;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where the staff comes in.
final class StaffDoor implements Door<ByAgent, StaffMember> {

  private final SocketTickets tickets;
  private final Availability availability;
  private final SeatCommands seats;
  private final Reception reception;
  private final Conversations conversations;
  private final DeskReplies replies;
  private final Files files;
  private final Cards cards;
  private final Colleagues colleagues;
  private final Mentions mentions;
  private final Passing passing;
  private final Assignments assignments;
  private final GroupBoard groups;
  private final Texts texts;
  private final PoliteTexts polite;
  private final StaffConnections present;
  private final SocketSettings settings;

  StaffDoor(SocketTickets tickets, Availability availability, SeatCommands seats, Reception reception,
      Conversations conversations, DeskReplies replies, Files files, Cards cards, Colleagues colleagues,
      Mentions mentions, Passing passing,
      Assignments assignments, GroupBoard groups, Texts texts, PoliteTexts polite, StaffConnections present,
      SocketSettings settings) {
    this.tickets = tickets;
    this.availability = availability;
    this.seats = seats;
    this.reception = reception;
    this.conversations = conversations;
    this.replies = replies;
    this.files = files;
    this.cards = cards;
    this.colleagues = colleagues;
    this.mentions = mentions;
    this.passing = passing;
    this.assignments = assignments;
    this.groups = groups;
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

  /// A company's agents share an address; who has no ticket is gone after a few seconds.
  @Override
  public boolean isPublic() {
    return false;
  }

  @Override
  public void enter(Connection connection, StaffMember member) {
    present.add(member.id(), connection);
    availability.connected(member.desk(), member.id()).thenRun(() -> reception.lookAround(member.desk()));
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
      case ByAgent.Post post -> connection.answer(post, () -> polite.say(connection, member.desk(),
          post.conversation(), post.ref(), post.text(), text -> ifVisible(member, post.conversation(),
              card -> conversations.postAsAgent(post.conversation(), speaker, post.revision(), post.ref(), text))));
      case ByAgent.PostAttachment post -> connection.answer(post, () -> Answers.ofFound(connection, post.ref(),
          files.find(post.conversation(), post.attachment()), file -> ifVisible(member, post.conversation(),
              card -> conversations.postAsAgent(post.conversation(), speaker, post.revision(), post.ref(), file))));
      case ByAgent.PostCard post -> connection.answer(post, () -> postCard(connection, member, post));
      case ByAgent.Recall recall -> connection.answer(recall, () -> Answers.of(connection, recall.ref(),
          ifVisible(member, recall.conversation(), card -> conversations.recallAsAgent(recall.conversation(), speaker,
              recall.ref(), recall.seq()))));
      case ByAgent.PostNote note -> connection.answer(note, () -> texts.say(connection, note.ref(), note.text(),
          text -> ifVisible(member, note.conversation(), card -> postNote(speaker, note, text, card))));
      case ByAgent.Close close -> connection.answer(close, () -> close(connection, member, close));
      case ByAgent.OfferTransfer offer -> connection.answer(offer, () -> Answers.of(connection, offer.ref(),
          ifVisible(member, offer.conversation(), card -> passing.offer(member, offer))));
      case ByAgent.AnswerTransfer answer -> connection.answer(answer,
          () -> Answers.of(connection, answer.ref(), passing.answer(member, answer)));
      case ByAgent.WithdrawTransfer withdraw -> connection.answer(withdraw,
          () -> Answers.of(connection, withdraw.ref(), passing.withdraw(member, withdraw)));
      case ByAgent.AnswerAssignment answer -> connection.answer(answer, () -> Answers.of(connection, answer.ref(),
          assignments.answer(speaker, answer.conversation(), answer.claim(), answer.accepted())));
      case ByAgent.Pick pick -> connection.answer(pick, () -> Answers.of(connection, pick.ref(),
          ifVisible(member, pick.conversation(), card -> assignments.pick(speaker, pick.conversation()))));
      case ByAgent.SetAvailability set -> connection.answer(set, () -> setAvailability(connection, member, set));
      case ByAgent.HangUp hangUp -> connection.answer(hangUp, () -> seats.hangUp(connection, member, hangUp));
      case ByAgent.AskTime ask -> connection.answer(ask, () -> seats.askTime(connection, member, ask));
      case ByAgent.TakeBreak take -> connection.answer(take,
          () -> seats.ask(connection, member, take.ref(), new SeatEvent.TakeBreak()));
      case ByAgent.WithdrawBreak withdraw -> connection.answer(withdraw,
          () -> seats.ask(connection, member, withdraw.ref(), new SeatEvent.WithdrawBreak()));
      case ByAgent.Follow follow -> follow(connection, member, follow);
      case ByAgent.Unfollow unfollow -> connection.unfollow(unfollow.topic());
      case ByAgent.Typing typing -> hint(connection, member, typing.conversation(),
          () -> conversations.typing(typing.conversation(), author));
      case ByAgent.Received received -> hint(connection, member, received.conversation(),
          () -> conversations.mark(received.conversation(), author, Mark.RECEIVED, received.seq()));
      case ByAgent.Read read -> hint(connection, member, read.conversation(),
          () -> conversations.mark(read.conversation(), author, Mark.READ, read.seq()));
      case ByAgent.Heartbeat heartbeat -> connection.heartbeat();
    }
  }

  private CompletionStage<Frame> postCard(Connection connection, StaffMember member, ByAgent.PostCard post) {
    var speaker = new Speaker(member.desk(), member.id());
    return Answers.of(connection, post.ref(), ifVisible(member, post.conversation(),
        card -> cards.find(card.shop(), card.buyer(), post.card()).thenCompose(shown -> shown == null
            ? CompletableFuture.completedStage(new Outcome.Refused(Refusal.NOT_FOUND))
            : conversations.postAsAgent(post.conversation(), speaker, post.revision(), post.ref(), shown))));
  }

  private CompletionStage<Outcome> postNote(Speaker author, ByAgent.PostNote note, String text, ConversationCard card) {
    return colleagues.maySee(note.mentions(), card).thenCompose(known -> known
        ? mentions.post(note.conversation(), author, note.ref(), text, note.mentions())
        : CompletableFuture.completedStage(new Outcome.Refused(Refusal.INVALID)));
  }

  private CompletionStage<Frame> close(Connection connection, StaffMember member, ByAgent.Close close) {
    return close.thanks() == null
        ? Answers.of(connection, close.ref(), close(member, close, null).thenApply(outcome -> {
          if (outcome instanceof Outcome.Done) {
            replies.closed(close.conversation());
          }
          return outcome;
        }))
        : polite.say(connection, member.desk(), close.conversation(), close.ref(), close.thanks(),
            thanks -> close(member, close, thanks));
  }

  private CompletionStage<Outcome> close(StaffMember member, ByAgent.Close close, @Nullable String thanks) {
    return ifVisible(member, close.conversation(), card -> reception.close(close.conversation(),
        new Speaker(member.desk(), member.id()), close.revision(), close.ref(), thanks));
  }

  private CompletionStage<Frame> setAvailability(Connection connection, StaffMember member,
      ByAgent.SetAvailability set) {
    return seats.ask(connection, member, set.ref(), SeatEvent.Asked.toward(set.state())).thenApply(answer -> {
      if (set.state() == AvailabilityState.ONLINE) {
        reception.lookAround(member.desk());
      }
      return answer;
    });
  }

  private void follow(Connection connection, StaffMember member, ByAgent.Follow follow) {
    switch (follow.topic()) {
      case Topic.Agent(var desk, var agent) -> {
        if (desk.equals(member.desk()) && agent.equals(member.id())) {
          connection.follow(follow.ref(), follow.topic(), follow.have(), follow.last(), () -> {});
        } else {
          connection.refuse(follow.ref(), Refusal.NOT_FOUND);
        }
      }
      case Topic.Group(var desk, var group) -> {
        if (desk.equals(member.desk()) && (member.role() != Role.AGENT || member.groups().contains(group))) {
          connection.follow(follow.ref(), follow.topic(), null, null, () -> groups.tell(desk, group));
        } else {
          connection.refuse(follow.ref(), Refusal.NOT_FOUND);
        }
      }
      case Topic.Supervisors(var desk) -> {
        if (desk.equals(member.desk()) && member.isLeader()) {
          connection.follow(follow.ref(), follow.topic(), follow.have(), follow.last(), () -> {});
        } else {
          connection.refuse(follow.ref(), Refusal.NOT_FOUND);
        }
      }
      case Topic.Buyer(var conversation) -> Answers.ifFound(connection, follow.ref(), visible(member, conversation),
          card -> true,
          () -> connection.follow(follow.ref(), follow.topic(), follow.have(), follow.last(),
              () -> conversations.tellMarks(conversation)));
      case Topic.Staff(var conversation) -> Answers.ifFound(connection, follow.ref(), visible(member, conversation),
          card -> true,
          () -> connection.follow(follow.ref(), follow.topic(), follow.have(), follow.last(), () -> {}));
    }
  }

  /// What a colleague of another group may not see is not there.
  private CompletionStage<Outcome> ifVisible(StaffMember member, ConversationId conversation,
      Function<ConversationCard, CompletionStage<Outcome>> then) {
    return visible(member, conversation).thenCompose(card -> card == null
        ? CompletableFuture.completedStage(new Outcome.Refused(Refusal.NOT_FOUND))
        : then.apply(card));
  }

  /// The cards are kept at hand, so that asking costs little; only who helps another group out has to be looked for in
  /// the record.
  private CompletionStage<@Nullable ConversationCard> visible(StaffMember member, ConversationId conversation) {
    return conversations.card(conversation).thenCompose(card -> {
      if (card == null || ConversationRights.maySee(member, card)) {
        return CompletableFuture.completedStage(card);
      }
      return conversations.find(conversation)
          .thenApply(record -> record != null && ConversationRights.maySee(member, record) ? card : null);
    });
  }

  /// Nobody waits for an answer to it. The buyer hears of it, so it is for the conversation's agent only.
  private void hint(Connection connection, StaffMember member, ConversationId conversation, Runnable then) {
    conversations.find(conversation).thenAccept(record -> {
      if (record == null || !ConversationRights.maySee(member, record)) {
        return;
      }
      if (record.agent().equals(member.id())) {
        then.run();
      } else {
        connection.refuse(null, Refusal.FORBIDDEN);
      }
    });
  }
}
