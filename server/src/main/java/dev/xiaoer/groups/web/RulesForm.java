package dev.xiaoer.groups.web;

import dev.xiaoer.groups.BreakRules;
import dev.xiaoer.groups.ExceptionDay;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.groups.HangUpRules;
import dev.xiaoer.groups.Hours;
import dev.xiaoer.groups.OrderStage;
import dev.xiaoer.groups.Overflow;
import dev.xiaoer.groups.QueueLimits;
import dev.xiaoer.groups.ServedLately;
import dev.xiaoer.groups.Signpost;
import dev.xiaoer.groups.Span;
import dev.xiaoer.groups.TransferRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is settled for a group, as supervisors read and write it. All times are seconds.
///
/// @param version the one that was read; an older one is refused
/// @param floor how many agents must stay online; 0 for none
/// @param overflow who helps; null for nobody
/// @param answerWithin how long an agent has for accepting a buyer who is offered; null when buyers are given at once
/// @param manualPick whether agents may pick from the queue
/// @param weights agent → 1..100; who is not named has 10
/// @param tiers of buyers → 0..9, 9 first; who is not named has 5
/// @param signpost which buyers come here who have asked for no group; null leaves it as it is
record RulesForm(
    String group,
    long version,
    HangUp hangUp,
    Breaks breaks,
    int floor,
    Lately servedLately,
    @Nullable Helper overflow,
    @Nullable Long answerWithin,
    boolean manualPick,
    @Size(max = 500) Map<String, @NotNull Integer> weights,
    @Valid OpeningHours hours,
    Queue queue,
    Transfer transfer,
    @Size(max = 20) Map<String, @NotNull Integer> tiers,
    @Nullable Signs signpost) {

  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String MIDNIGHT = "24:00";

  /// @param limit how long without consent
  /// @param warning after how long the agent is told that the limit comes
  /// @param grace how long after the limit the waiting buyers are left with the agent
  /// @param most how long with consent
  record HangUp(long limit, long warning, long grace, long most) {}

  /// @param length of a break
  /// @param atOnce how many agents
  /// @param hold how long a slot that became free is kept for the next in line
  /// @param unanswered how long a buyer waits for an agent on a break before the group is asked
  record Breaks(long length, int atOnce, long hold, long unanswered) {}

  /// How long a buyer comes back to the agent who served last.
  record Lately(long hungUp, long online) {}

  /// @param group whose agents take buyers of this one as well
  record Helper(String group, long after) {}

  /// @param week a day that is not named is closed; an empty week is always open
  /// @param exceptions these days instead
  record OpeningHours(
      ZoneId zone,
      Map<DayOfWeek, @NotNull List<@NotNull @Valid OpenSpan>> week,
      List<@NotNull @Valid OpenDay> exceptions) {}

  /// @param from `HH:mm`
  /// @param to `HH:mm`, not within; if it is not after `from` it is on the next day
  record OpenSpan(@Pattern(regexp = TIME) String from, @Pattern(regexp = TIME + "|" + MIDNIGHT) String to) {}

  /// @param spans empty for closed
  /// @param name of the holiday
  record OpenDay(LocalDate date, List<@NotNull @Valid OpenSpan> spans, String name) {}

  /// @param most how many buyers wait at once; null for as many as come
  /// @param longest how long one waits; null for as long as it takes
  record Queue(@Nullable Integer most, @Nullable Long longest) {}

  /// @param answer how long an offer stands
  /// @param hops how many times before only a supervisor may
  record Transfer(long answer, int hops) {}

  /// @param orders how far their youngest order has come; NONE where none is known
  /// @param pages what the shop's page calls itself; one that ends in `*` means all that begin like it
  record Signs(Set<@NotNull OrderStage> orders, List<@NotNull String> pages) {}

  static RulesForm of(GroupRules rules) {
    Overflow overflow = rules.overflow();
    Hours hours = rules.hours();
    var week = new EnumMap<DayOfWeek, List<OpenSpan>>(DayOfWeek.class);
    hours.week().forEach((day, spans) -> week.put(day, shown(spans)));
    return new RulesForm(rules.group(), rules.version(),
        new HangUp(rules.hangUp().limit().toSeconds(), rules.hangUp().warning().toSeconds(),
            rules.hangUp().grace().toSeconds(), rules.hangUp().most().toSeconds()),
        new Breaks(rules.breaks().length().toSeconds(), rules.breaks().atOnce(), rules.breaks().hold().toSeconds(),
            rules.breaks().unanswered().toSeconds()),
        rules.floor(),
        new Lately(rules.servedLately().hungUp().toSeconds(), rules.servedLately().online().toSeconds()),
        overflow == null ? null : new Helper(overflow.group(), overflow.after().toSeconds()),
        seconds(rules.answerWithin()), rules.manualPick(), rules.weights(),
        new OpeningHours(hours.zone(), week, hours.exceptions().stream()
            .map(day -> new OpenDay(day.date(), shown(day.spans()), day.name())).toList()),
        new Queue(rules.queue().most(), seconds(rules.queue().longest())),
        new Transfer(rules.transfer().answer().toSeconds(), rules.transfer().hops()), rules.tiers(),
        new Signs(new TreeSet<>(rules.signpost().orders()), rules.signpost().pages()));
  }

  /// @param settled which buyers come here now
  GroupRules rules(Signpost settled) {
    var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    hours.week().forEach((day, spans) -> week.put(day, read(spans)));
    return new GroupRules(group, version,
        new HangUpRules(time(hangUp.limit()), time(hangUp.warning()), time(hangUp.grace()), time(hangUp.most())),
        new BreakRules(time(breaks.length()), breaks.atOnce(), time(breaks.hold()), time(breaks.unanswered())), floor,
        new ServedLately(time(servedLately.hungUp()), time(servedLately.online())),
        overflow == null ? null : new Overflow(overflow.group(), time(overflow.after())),
        answerWithin == null ? null : time(answerWithin), manualPick, weights,
        new Hours(hours.zone(), week, hours.exceptions().stream()
            .map(day -> new ExceptionDay(day.date(), read(day.spans()), day.name())).toList()),
        new QueueLimits(queue.most(), queue.longest() == null ? null : time(queue.longest())),
        new TransferRules(time(transfer.answer()), transfer.hops()), tiers,
        signpost == null ? settled : new Signpost(signpost.orders(), signpost.pages()));
  }

  private static List<OpenSpan> shown(List<Span> spans) {
    return spans.stream().map(span -> new OpenSpan(span.from().toString(), span.to().toString())).toList();
  }

  private static List<Span> read(List<OpenSpan> spans) {
    return spans.stream()
        .map(span -> new Span(LocalTime.parse(span.from()),
            span.to().equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(span.to())))
        .toList();
  }

  private static Duration time(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static @Nullable Long seconds(@Nullable Duration time) {
    return time == null ? null : time.toSeconds();
  }
}
