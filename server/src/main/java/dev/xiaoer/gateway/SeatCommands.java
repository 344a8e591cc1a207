package dev.xiaoer.gateway;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.availability.Agent;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.availability.SeatEvent;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.protocol.ByAgent;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Topic;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/// What agents say of their own seats.
final class SeatCommands {

  private static final int REASON = 50;
  private static final int AWAY = 500;

  private final Availability availability;
  private final Texts texts;
  private final Ids ids;

  SeatCommands(Availability availability, Texts texts, Ids ids) {
    this.availability = availability;
    this.texts = texts;
    this.ids = ids;
  }

  CompletionStage<Frame> hangUp(Connection connection, StaffMember member, ByAgent.HangUp asked) {
    return clean(connection, asked.ref(), asked.reason(), REASON, reason -> clean(connection, asked.ref(),
        asked.away(), AWAY, away -> ask(connection, member, asked.ref(),
            new SeatEvent.HangUp(reason, away, Duration.ofMinutes(asked.minutes())))));
  }

  CompletionStage<Frame> askTime(Connection connection, StaffMember member, ByAgent.AskTime asked) {
    return clean(connection, asked.ref(), asked.reason(), REASON, reason -> ask(connection, member, asked.ref(),
        new SeatEvent.AskTime(ids.next(), Duration.ofMinutes(asked.minutes()), reason)));
  }

  CompletionStage<Frame> ask(Connection connection, StaffMember member, Ref ref, SeatEvent.Asked asked) {
    return availability.ask(agent(member), ref.value(), asked).thenApply(answer -> switch (answer) {
      case Availability.Answer.Done(long seq, var id, long ts) ->
        new Frame.Reply(ref, new Topic.Agent(member.desk(), member.id()), seq, id, ts);
      case Availability.Answer.Refused(var why) -> connection.refused(ref, why);
    });
  }

  static Agent agent(StaffMember member) {
    return new Agent(member.desk(), member.id(), member.displayName(), member.groups(), member.cap());
  }

  /// What is missing is refused by the one who decides.
  private CompletionStage<Frame> clean(Connection connection, Ref ref, String text, int most,
      Then then) {
    return text.isBlank()
        ? then.say("")
        : texts.sayShort(connection, ref, text, most, clean -> then.say(clean == null ? "" : clean.strip()));
  }

  private interface Then {
    CompletionStage<Frame> say(String clean);
  }
}
