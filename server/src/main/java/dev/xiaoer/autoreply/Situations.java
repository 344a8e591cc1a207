package dev.xiaoer.autoreply;

import dev.xiaoer.autoreply.DeskPacks.Ready;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.availability.Availability.Standing;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.DeskVoice.Heard;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.Hours;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.replies.AutoReplies;
import dev.xiaoer.replies.Moment;
import dev.xiaoer.replies.Override;
import dev.xiaoer.replies.Overrides;
import dev.xiaoer.replies.ReplyKind;
import dev.xiaoer.replies.Rule;
import dev.xiaoer.replies.Serving;
import dev.xiaoer.replies.Situation;
import dev.xiaoer.routing.QueuePlaces;
import dev.xiaoer.routing.QueuePlaces.Place;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds out how things stand around a conversation, as far as the desk's own words ask.
final class Situations {

  private final Shops shops;
  private final DeskRules rules;
  private final Availability availability;
  private final QueuePlaces places;
  private final RedisPatrolScripts desks;

  Situations(Shops shops, DeskRules rules, Availability availability, QueuePlaces places, RedisPatrolScripts desks) {
    this.shops = shops;
    this.rules = rules;
    this.availability = availability;
    this.places = places;
    this.desks = desks;
  }

  /// @param replies with the group's hours and the agent's own words
  record Scene(Situation situation, AutoReplies replies) {}

  CompletionStage<Scene> of(Occasion occasion, Heard heard, Ready pack) {
    ConversationRecord record = heard.record();
    return around(occasion.id(), record).thenApply(around -> {
      var now = Instant.ofEpochMilli(around.now());
      Hours hours = rules.of(record.card().desk(), record.card().group()).hours();
      Shop shop = shops.find(record.card().shop());
      Instant opens = around.closedSince() == null || hours.isOpen(now) ? null : hours.opensNext(now);
      var situation = new Situation(moment(occasion, record, around), now, shop == null ? "" : shop.name(),
          record.buyer().name(), lastSpoke(occasion, heard), around.closedSince(), opens, record.card().group(),
          around.agent(), around.place(), instant(record.asked()));
      return new Scene(situation, inOwnWords(pack, during(pack.replies(), hours), around));
    });
  }

  /// @param now the desk's time, in ms
  /// @param away what the agent has left to be said
  private record Around(long now, @Nullable Serving agent, String away, Situation.@Nullable Place place,
      @Nullable Instant closedSince) {}

  private CompletionStage<Around> around(ConversationId id, ConversationRecord record) {
    String desk = record.card().desk();
    String group = record.card().group();
    return switch (record.state()) {
      case ASSIGNED, CLOSED -> availability.standing(desk, record.agent())
          .thenCompose(agent -> agent == null || agent.state() == AvailabilityState.OFFLINE
              ? unattended(desk, group)
              : CompletableFuture
                  .completedStage(new Around(agent.now(), serving(record.agent(), agent), agent.away(), null, null)));
      case WAITING -> places.find(desk, group, id).thenCompose(place -> place.onDuty() == 0
          ? unattended(desk, group)
          : CompletableFuture.completedStage(new Around(place.now(), null, "", queued(place), null)));
    };
  }

  private CompletionStage<Around> unattended(String desk, String group) {
    return desks.quiet(desk, group)
        .thenApply(quiet -> new Around(quiet.now(), null, "", null, instant(quiet.since())));
  }

  private static Serving serving(String id, Standing agent) {
    return new Serving(id, agent.name(), Serving.State.valueOf(agent.state().name()), instant(agent.since()),
        instant(agent.until()), agent.full());
  }

  /// Who is about to be given to somebody free is in no queue.
  private static Situation.@Nullable Place queued(Place place) {
    return place.position() == 0 || place.free() > 0
        ? null
        : new Situation.Place(place.position(), place.seconds() == null ? null : Duration.ofSeconds(place.seconds()));
  }

  private static Moment moment(Occasion occasion, ConversationRecord record, Around around) {
    return switch (occasion) {
      case Occasion.Spoke(var _, var _, var _, var text) -> new Moment.BuyerSpoke(text);
      case Occasion.Closed _ -> new Moment.Closed();
      // The last one has gone while the buyer waited: that is told as if the buyer had just asked.
      case Occasion.Waits _ when around.closedSince() != null -> new Moment.BuyerSpoke("");
      case Occasion.Waits _ when record.state() == ConversationRecord.State.WAITING -> new Moment.Queued();
      case Occasion.Waits _ -> new Moment.TimePassed();
    };
  }

  private static @Nullable Instant lastSpoke(Occasion occasion, Heard heard) {
    return occasion instanceof Occasion.Waits ? instant(heard.spoke().at()) : instant(heard.spoke().before());
  }

  private static AutoReplies during(AutoReplies replies, Hours hours) {
    if (hours.week().isEmpty()) {
      return replies;
    }
    var days = hours.week().entrySet().stream()
        .flatMap(day -> day.getValue().stream().map(span -> Map.entry(span, day.getKey())))
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
    return replies.at(hours.zone(), new dev.xiaoer.replies.Hours(days.entrySet().stream()
        .map(one -> new dev.xiaoer.replies.Hours.Window(one.getValue(), one.getKey().from(), one.getKey().to()))
        .sorted((one, other) -> one.from().compareTo(other.from()))
        .toList()));
  }

  /// The away reply that the agent has typed before hanging up (B2).
  private static AutoReplies inOwnWords(Ready pack, AutoReplies replies, Around around) {
    Serving agent = around.agent();
    if (agent == null || agent.state() != Serving.State.HUNG_UP || around.away().isBlank()) {
      return replies;
    }
    Override typed = Override.typed(around.away());
    Map<String, Override> own = pack.pack().rules().stream().filter(rule -> rule.kind() == ReplyKind.HUNG_UP)
        .collect(Collectors.toMap(Rule::id, rule -> typed));
    return replies.with(new Overrides(Map.of(), Map.of(), Map.of(agent.id(), own)));
  }

  private static @Nullable Instant instant(long ms) {
    return ms == 0 ? null : Instant.ofEpochMilli(ms);
  }
}
