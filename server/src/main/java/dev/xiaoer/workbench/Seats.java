package dev.xiaoer.workbench;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.protocol.AvailabilityState;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.routing.Roster;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/// Where a console begins: what is on an agent's desk, and who sits around. Waits for the store.
@Service
public class Seats {

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

  /// @param state whether the agent is on duty
  /// @param conversations those that are the agent's
  /// @param groups those whose conversations the agent sees
  /// @param shops of the desk
  /// @param colleagues everybody else at the desk: who may be mentioned
  public record Seat(
      AvailabilityState state,
      List<Roster.OwnConversation> conversations,
      List<Named> groups,
      List<Named> shops,
      List<Colleague> colleagues) {}

  public record Named(String id, String name) {}

  public record Colleague(
      String id,
      String name,
      Frame.Role role,
      List<String> groups,
      AvailabilityState state) {}

  /// @param language of the groups' names
  public Seat of(StaffMember member, Locale language) {
    Roster.AgentDesk own = Waiting.on(roster.of(member.desk(), member.id()));
    List<Shop> served = shops.ofDesk(member.desk());
    return new Seat(own.state(), own.conversations(), groups(member, served, language),
        served.stream().map(shop -> new Named(shop.id(), shop.name())).toList(), colleagues(member));
  }

  private static List<Named> groups(StaffMember member, List<Shop> served, Locale language) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Shop shop : served) {
      for (ShopGroup group : shop.groups()) {
        if (member.maySee(member.desk(), group.id())) {
          names.putIfAbsent(group.id(), group.name().in(language));
        }
      }
    }
    member.groups().stream().sorted().forEach(group -> names.putIfAbsent(group, group));
    return names.entrySet().stream().map(group -> new Named(group.getKey(), group.getValue())).toList();
  }

  private List<Colleague> colleagues(StaffMember member) {
    List<StaffMember> others = members.ofDesk(member.desk()).stream()
        .filter(other -> !other.id().equals(member.id()))
        .toList();
    Map<String, AvailabilityState> states = Waiting.on(
        availability.states(member.desk(), others.stream().map(StaffMember::id).toList()));
    return others.stream()
        .map(other -> new Colleague(other.id(), other.displayName(), other.role(),
            other.groups().stream().sorted().toList(),
            states.getOrDefault(other.id(), AvailabilityState.OFFLINE)))
        .toList();
  }
}
