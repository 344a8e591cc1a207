package dev.xiaoer.groups.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.groups.RuleFaults;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.shops.Bilingual;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who leads a desk settles what holds for its groups and who works in them. Every node acts on it within two seconds.
@RestController
@RequestMapping("/api/v1/desk")
@Tag(name = "Desk")
class GroupController {

  private static final int TRIES = 10;

  private final DeskRules rules;
  private final StaffMembers members;
  private final Shops shops;

  GroupController(DeskRules rules, StaffMembers members, Shops shops) {
    this.rules = rules;
    this.members = members;
    this.shops = shops;
  }

  record Group(String group, Bilingual name, List<Member> members, RulesForm rules) {}

  /// @param weight how large a share in this group
  record Member(String id, String name, Frame.Role role, int cap, int weight) {
    static Member of(StaffMember member, GroupRules rules) {
      return new Member(member.id(), member.displayName(), member.role(), member.cap(), rules.weight(member.id()));
    }
  }

  /// @param cap how many conversations at once
  /// @param weights group → 1..100; in groups that are not named it stays
  record Work(
      @Size(max = 50) Set<@NotNull String> groups,
      @Min(0) @Max(100) int cap,
      @Size(max = 50) Map<String, @NotNull @Min(1) @Max(100) Integer> weights) {}

  /// @param weights group → weight, of all groups of the member
  record Worker(
      String id,
      String name,
      Frame.Role role,
      List<String> groups,
      int cap,
      Map<String, Integer> weights) {}

  @GetMapping("/groups")
  @Operation(summary = "The groups of the desk: who works in them and what is settled for them")
  List<Group> list(@AuthenticationPrincipal StaffMember leader) {
    List<StaffMember> everybody = members.ofDesk(leader.desk());
    return names(leader.desk(), everybody).entrySet().stream().map(group -> {
      GroupRules settled = find(leader.desk(), group.getKey());
      List<Member> inside = everybody.stream().filter(member -> member.groups().contains(group.getKey()))
          .map(member -> Member.of(member, settled)).toList();
      return new Group(group.getKey(), group.getValue(), inside, RulesForm.of(settled));
    }).toList();
  }

  @PutMapping("/groups/{group}/rules")
  @Operation(summary = "Settles everything for a group; refused as STALE when it was settled otherwise since it was read")
  RulesForm settle(
      @AuthenticationPrincipal StaffMember leader,
      @PathVariable String group,
      @Valid @RequestBody RulesForm wanted) {
    Set<String> groups = groups(leader.desk());
    if (!groups.contains(group)) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    GroupRules next = wanted.rules(find(leader.desk(), group).signpost());
    String fault = group.equals(next.group()) ? RuleFaults.first(next, groups) : "group";
    if (fault != null) {
      throw new RefusedException(Refusal.INVALID, fault);
    }
    GroupRules saved = on(rules.save(leader.desk(), next));
    if (saved == null) {
      throw new RefusedException(Refusal.STALE, "version");
    }
    return RulesForm.of(saved);
  }

  @PutMapping("/members/{id}")
  @Operation(summary = "Says in which groups a member works, with which share, and how many conversations at once")
  Worker change(@AuthenticationPrincipal StaffMember leader, @PathVariable String id, @Valid @RequestBody Work wanted) {
    StaffMember before = members.find(id);
    if (before == null || !before.desk().equals(leader.desk())) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    if (!groups(leader.desk()).containsAll(wanted.groups())) {
      throw new RefusedException(Refusal.INVALID, "groups");
    }
    if (!wanted.groups().containsAll(wanted.weights().keySet())) {
      throw new RefusedException(Refusal.INVALID, "weights");
    }
    wanted.weights().forEach((group, weight) -> settle(leader.desk(), group,
        settled -> settled.withWeights(with(settled.weights(), id, weight))));
    var changed = new StaffMember(id, before.desk(), before.name(), before.displayName(), before.role(),
        wanted.groups(), wanted.cap());
    members.change(changed);
    var weights = new TreeMap<String, Integer>();
    changed.groups().forEach(group -> weights.put(group, find(leader.desk(), group).weight(id)));
    return new Worker(id, changed.displayName(), changed.role(), List.copyOf(weights.keySet()), changed.cap(), weights);
  }

  private static Map<String, Integer> with(Map<String, Integer> weights, String agent, int weight) {
    var others = new HashMap<>(weights);
    others.put(agent, weight);
    return others;
  }

  /// Whatever others settle for the group meanwhile.
  private void settle(String desk, String group, UnaryOperator<GroupRules> change) {
    for (int i = 0; i < TRIES; i++) {
      GroupRules settled = find(desk, group);
      GroupRules wanted = change.apply(settled);
      if (wanted.equals(settled) || on(rules.save(desk, wanted)) != null) {
        return;
      }
    }
    throw new RefusedException(Refusal.STALE);
  }

  private GroupRules find(String desk, String group) {
    return on(rules.find(desk, group));
  }

  private Set<String> groups(String desk) {
    return names(desk, members.ofDesk(desk)).keySet();
  }

  /// Those that shops offer, and those that somebody works in.
  private Map<String, Bilingual> names(String desk, List<StaffMember> everybody) {
    var names = new TreeMap<String, Bilingual>();
    shops.ofDesk(desk).stream().flatMap(shop -> shop.groups().stream())
        .forEach((ShopGroup group) -> names.putIfAbsent(group.id(), group.name()));
    everybody.stream().flatMap(member -> member.groups().stream())
        .forEach(group -> names.putIfAbsent(group, Bilingual.of(group)));
    return names;
  }

  private static <T extends @Nullable Object> T on(CompletionStage<T> answer) {
    return answer.toCompletableFuture().join();
  }
}
