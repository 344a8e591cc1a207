package dev.xiaoer.workbench;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.availability.Availability.Sitting;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.routing.Roster;
import dev.xiaoer.routing.Roster.OwnConversation;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Where a console begins: what is on an agent's desk, and who sits around. Waits for the store.
@Service
public class Seats {

  private static final Sitting NEVER_THERE = new Sitting(AvailabilityState.OFFLINE, 0, null, null, null, 0, 0, null, "",
      0);

  private final Roster roster;
  private final Shops shops;
  private final StaffMembers members;
  private final Availability availability;

  Seats(Roster roster, Shops shops, StaffMembers members, Availability availability) {
    this.roster = roster;
    this.shops = shops;
    this.members = members;
    this.availability = availability;
  }

  /// @param since when the state began, in ms; 0 for somebody who was never there
  /// @param until when the time for it is over, in ms; null when there is none
  /// @param reason why the agent is hung up
  /// @param away what buyers who write meanwhile are told
  /// @param hangUpAt at how many open conversations the agent is hung up by itself; null for never
  /// @param awayText what buyers are told then
  /// @param breakPosition in the line for a break, 1 is the next; 0 when not in it
  /// @param conversations those that are the agent's
  /// @param groups those whose conversations the agent sees
  /// @param shops of the desk
  /// @param colleagues everybody else at the desk: who may be mentioned
  public record Seat(
      AvailabilityState state,
      long since,
      @Nullable Long until,
      @Nullable String reason,
      @Nullable String away,
      @Nullable Integer hangUpAt,
      String awayText,
      int breakPosition,
      List<Roster.OwnConversation> conversations,
      List<ShopGroup> groups,
      List<Named> shops,
      List<Colleague> colleagues) {}

  public record Named(String id, String name) {}

  public record Colleague(
      String id,
      String name,
      Frame.Role role,
      List<String> groups,
      AvailabilityState state) {}

  public Seat of(StaffMember member) {
    List<OwnConversation> own = Waiting.on(roster.of(member.desk(), member.id()));
    List<Shop> served = shops.ofDesk(member.desk());
    List<StaffMember> others = members.ofDesk(member.desk()).stream()
        .filter(other -> !other.id().equals(member.id()))
        .toList();
    Map<String, Sitting> sittings = sittings(member.desk(), Stream.concat(Stream.of(member), others.stream()));
    Sitting sitting = sittings.getOrDefault(member.id(), NEVER_THERE);
    return new Seat(sitting.state(), sitting.since(), sitting.until(), sitting.reason(), sitting.away(),
        sitting.hangUpAt(), sitting.awayText(), sitting.breakPosition(), own,
        groups(member, served),
        served.stream().map(shop -> new Named(shop.id(), shop.name())).toList(),
        colleagues(others, sittings));
  }

  /// @param load how many conversations the agent has
  /// @param unanswered in how many of them the buyer waits for an answer
  public record DeskSeat(
      String agent,
      String name,
      Frame.Role role,
      List<String> groups,
      AvailabilityState state,
      long since,
      @Nullable Long until,
      @Nullable String reason,
      int load,
      int cap,
      int unanswered) {}

  /// Everybody at the desk, by sign-in name.
  public List<DeskSeat> ofDesk(String desk) {
    List<StaffMember> all = members.ofDesk(desk);
    Map<String, Sitting> sittings = sittings(desk, all.stream());
    // All are asked for before the first is waited for.
    List<CompletionStage<DeskSeat>> seats = all.stream()
        .map(one -> seat(one, sittings.getOrDefault(one.id(), NEVER_THERE))).toList();
    return seats.stream().map(Waiting::on).toList();
  }

  private Map<String, Sitting> sittings(String desk, Stream<StaffMember> agents) {
    return Waiting.on(availability.sittings(desk, agents.map(StaffMember::id).toList()));
  }

  private CompletionStage<DeskSeat> seat(StaffMember member, Sitting sitting) {
    return sitting.load() == 0
        ? CompletableFuture.completedStage(seat(member, sitting, List.of()))
        : roster.of(member.desk(), member.id()).thenApply(own -> seat(member, sitting, own));
  }

  private static DeskSeat seat(StaffMember member, Sitting sitting, List<OwnConversation> own) {
    int unanswered = (int) own.stream().filter(conversation -> conversation.asked() > 0).count();
    return new DeskSeat(member.id(), member.displayName(), member.role(), member.groups().stream().sorted().toList(),
        sitting.state(), sitting.since(), sitting.until(), sitting.reason(), sitting.load(), member.cap(), unanswered);
  }

  private static List<ShopGroup> groups(StaffMember member, List<Shop> served) {
    Map<String, ShopGroup> groups = new LinkedHashMap<>();
    for (Shop shop : served) {
      for (ShopGroup group : shop.groups()) {
        if (member.maySee(member.desk(), group.id())) {
          groups.putIfAbsent(group.id(), group);
        }
      }
    }
    member.groups().stream().sorted().forEach(group -> groups.putIfAbsent(group, new ShopGroup(group, group)));
    return List.copyOf(groups.values());
  }

  private static List<Colleague> colleagues(List<StaffMember> others, Map<String, Sitting> sittings) {
    return others.stream()
        .map(other -> new Colleague(other.id(), other.displayName(), other.role(),
            other.groups().stream().sorted().toList(),
            sittings.getOrDefault(other.id(), NEVER_THERE).state()))
        .toList();
  }
}
