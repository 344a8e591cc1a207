package dev.xiaoer.groups;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What holds for a group until a supervisor settles something else for it.
///
/// @param hangUpLimit how long an agent may stay hung up without a supervisor's consent (rule B2)
/// @param hangUpWarning after how long a hung-up agent is told that the limit comes
/// @param hangUpGrace how long waiting buyers are left with an overdue agent before they are routed again
/// @param hangUpMost how long an agent may stay hung up with consent
/// @param breakLength how long a break is (rule B1)
/// @param breaksAtOnce how many agents of a group may have a break at once
/// @param breakHold how long a break that became free is kept for the next in line
/// @param breakUnanswered how long a buyer waits for an agent on a break before the group is asked
/// @param floor how many agents of a group must stay online (rule A4); 0 for none
/// @param servedLatelyHungUp how long a buyer comes back to a hung-up agent
/// @param servedLatelyOnline how long a buyer comes back to an agent who is online
/// @param answerWithin how long an agent has for accepting a buyer; where it is not set buyers are given at once
/// @param manualPick whether agents may pick from the queue
/// @param zone whose clocks the hours are told by
/// @param queueMost how many buyers wait in a group at once; where it is not set, as many as come
/// @param queueLongest how long a buyer waits before being asked for a message; where it is not set, as long as it takes
/// @param transferAnswer how long an offered transfer stands (rule C2)
/// @param transferHops how many times a conversation is handed on before only a supervisor may
@ConfigurationProperties("desk.rules")
public record RuleSettings(
    @DefaultValue("10m") Duration hangUpLimit,
    @DefaultValue("8m") Duration hangUpWarning,
    @DefaultValue("2m") Duration hangUpGrace,
    @DefaultValue("30m") Duration hangUpMost,
    @DefaultValue("30m") Duration breakLength,
    @DefaultValue("1") int breaksAtOnce,
    @DefaultValue("2m") Duration breakHold,
    @DefaultValue("1m") Duration breakUnanswered,
    @DefaultValue("0") int floor,
    @DefaultValue("24h") Duration servedLatelyHungUp,
    @DefaultValue("72h") Duration servedLatelyOnline,
    @Nullable Duration answerWithin,
    @DefaultValue("false") boolean manualPick,
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @Nullable Integer queueMost,
    @Nullable Duration queueLongest,
    @DefaultValue("30s") Duration transferAnswer,
    @DefaultValue("2") int transferHops) {

  public GroupRules of(String group) {
    return new GroupRules(group, 0, new HangUpRules(hangUpLimit, hangUpWarning, hangUpGrace, hangUpMost),
        new BreakRules(breakLength, breaksAtOnce, breakHold, breakUnanswered), floor,
        new ServedLately(servedLatelyHungUp, servedLatelyOnline), null, answerWithin, manualPick, Map.of(),
        Hours.always(zone), new QueueLimits(queueMost, queueLongest), new TransferRules(transferAnswer, transferHops),
        Map.of(), Signpost.NOWHERE);
  }
}
