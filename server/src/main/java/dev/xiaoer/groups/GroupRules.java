package dev.xiaoer.groups;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is settled for a group.
///
/// @param version grows with every change; 0 for one that was never changed
/// @param floor how many agents must stay online (rule A4); 0 for none
/// @param overflow who helps; null for nobody
/// @param answerWithin how long an agent has for accepting a buyer who is offered; null when buyers are given at once
/// @param manualPick whether agents may pick from the queue
/// @param weights agent → 1..100: who gets how large a share
/// @param tiers of buyers → 0..9, 9 first
/// @param signpost which buyers come here who have asked for no group
public record GroupRules(
    String group,
    long version,
    HangUpRules hangUp,
    BreakRules breaks,
    int floor,
    ServedLately servedLately,
    @Nullable Overflow overflow,
    @Nullable Duration answerWithin,
    boolean manualPick,
    Map<String, Integer> weights,
    Hours hours,
    QueueLimits queue,
    TransferRules transfer,
    Map<String, Integer> tiers,
    Signpost signpost) {

  public static final int PLAIN_WEIGHT = 10;
  public static final int PLAIN_PRIORITY = 5;

  public GroupRules {
    weights = Map.copyOf(weights);
    tiers = Map.copyOf(tiers);
    signpost = Objects.requireNonNullElse(signpost, Signpost.NOWHERE); // what was kept before there were any has none
  }

  public int weight(String agent) {
    return weights.getOrDefault(agent, PLAIN_WEIGHT);
  }

  /// @param tier null for a buyer without one
  public int priority(@Nullable String tier) {
    return tier == null ? PLAIN_PRIORITY : tiers.getOrDefault(tier, PLAIN_PRIORITY);
  }

  public GroupRules withVersion(long other) {
    return new GroupRules(group, other, hangUp, breaks, floor, servedLately, overflow, answerWithin, manualPick,
        weights, hours, queue, transfer, tiers, signpost);
  }

  public GroupRules withWeights(Map<String, Integer> others) {
    return new GroupRules(group, version, hangUp, breaks, floor, servedLately, overflow, answerWithin, manualPick,
        others, hours, queue, transfer, tiers, signpost);
  }
}
