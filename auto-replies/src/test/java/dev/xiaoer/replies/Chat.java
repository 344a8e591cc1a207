package dev.xiaoer.replies;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation before a pack, of which the desk remembers what it said by itself.
final class Chat {

  private final RulePack pack;
  private final AutoReplies desk;

  private Memory memory = Memory.EMPTY;
  private Instant now;
  private @Nullable Instant lastSpoke;
  private @Nullable Instant waitingSince;
  private @Nullable Instant closedSince;
  private @Nullable String group;
  private @Nullable String buyer;
  private @Nullable Serving agent;
  private Situation.@Nullable Place place;

  /// With an agent who is online, on a Tuesday at ten.
  Chat(RulePack pack) {
    this.pack = pack;
    this.desk = new AutoReplies(pack);
    this.now = LocalDateTime.parse("2026-11-24T10:00").atZone(pack.zone()).toInstant();
    agentIs(Serving.State.ONLINE);
  }

  Chat at(String time) {
    now = LocalDateTime.parse(time).atZone(pack.zone()).toInstant();
    return this;
  }

  Chat passes(Duration time) {
    now = now.plus(time);
    return this;
  }

  Chat agentIs(Serving.State state) {
    return agentIs(state, null, false);
  }

  Chat agentIs(Serving.State state, @Nullable Duration backIn, boolean full) {
    agent = new Serving("qing", "小青", state, now, backIn == null ? null : now.plus(backIn), full);
    place = null;
    return this;
  }

  Chat queuedAt(int position, @Nullable Duration estimate) {
    agent = null;
    place = new Situation.Place(position, estimate);
    return this;
  }

  Chat nobodyIsOnDuty() {
    agent = null;
    place = null;
    closedSince = now.minus(Duration.ofHours(1));
    return this;
  }

  Chat somebodyIsOnDuty() {
    closedSince = null;
    return this;
  }

  Chat inGroup(String id) {
    group = id;
    return this;
  }

  Chat buyerIs(String name) {
    buyer = name;
    return this;
  }

  /// A person answers: the wait is over.
  Chat agentAnswers() {
    waitingSince = null;
    return this;
  }

  /// The same buyer, another conversation.
  Chat beginsAnew() {
    memory = new Memory(java.util.Map.of(), memory.ofBuyer());
    waitingSince = null;
    return this;
  }

  Decision says(String text) {
    waitingSince = waitingSince == null ? now : waitingSince;
    Decision decision = meets(new Moment.BuyerSpoke(text));
    lastSpoke = now;
    return decision;
  }

  List<String> hears(String text) {
    return texts(says(text));
  }

  Decision waits(Duration time) {
    now = now.plus(time);
    return meets(new Moment.TimePassed());
  }

  Decision meets(Moment moment) {
    Decision decision = desk.decide(situation(moment), memory);
    memory = decision.memory();
    return decision;
  }

  @Nullable
  Duration nextLookIn() {
    Instant next = desk.nextSlowAnswer(situation(new Moment.TimePassed()), memory);
    return next == null ? null : Duration.between(now, next);
  }

  Memory memory() {
    return memory;
  }

  Instant now() {
    return now;
  }

  static List<String> texts(Decision decision) {
    return decision.replies().stream().map(Reply::text).toList();
  }

  private Situation situation(Moment moment) {
    return new Situation(moment, now, "茶铺", buyer, lastSpoke, closedSince, null, group, agent, place, waitingSince);
  }
}
