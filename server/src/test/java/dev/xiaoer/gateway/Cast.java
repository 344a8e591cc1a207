package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.SocketTickets;
import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.protocol.Frame.Role;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Everybody a test needs on the sockets of the demo's desk, made anew for each.
final class Cast {

  static final String OWN_GROUP = "aftersales";
  static final String OTHER_GROUP = "presales";
  private static final String PASSWORD = "a kettle of spring water";
  private static final AtomicInteger refs = new AtomicInteger();

  private final int port;
  private final StaffMembers staff;
  private final SocketTickets tickets;

  Cast(int port, ApplicationContext desk) {
    this.port = port;
    this.staff = desk.getBean(StaffMembers.class);
    this.tickets = desk.getBean(SocketTickets.class);
  }

  /// @param token for HTTP and for the hello of every further socket
  /// @param conversation empty before the buyer asked something
  record Visitor(Caller socket, String token, String conversation) {}

  Visitor buyer() {
    String token = new Browser(port).post("/api/v1/shops/demo/buyers", "{}").json().path("token").asString();
    return new Visitor(asBuyer(token), token, "");
  }

  /// A buyer who has asked something.
  Visitor asking() {
    Visitor buyer = buyer();
    JsonNode reply = buyer.socket().asks("\"conversation.start\",\"group\":\"" + OWN_GROUP + "\",\"text\":\"在吗\"");
    assertThat(reply.path("type").asString()).as("%s", reply).isEqualTo("reply");
    return new Visitor(buyer.socket(), buyer.token(), reply.path("topic").asString().substring(2, 24));
  }

  Caller asBuyer(String token) {
    Caller caller = Caller.at(port, "/ws/buyer").says("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
    caller.hearsType("welcome");
    return caller;
  }

  Caller asStaff(StaffMember member) {
    Caller caller = Caller.at(port, "/ws/staff")
        .says("{\"type\":\"hello\",\"ticket\":\"" + tickets.issue(member, "test") + "\"}");
    caller.hearsType("welcome");
    return caller;
  }

  StaffMember member(Role role, String... groups) {
    String id = "cast-" + ref().substring(0, 16);
    var member = new StaffMember(id, "demo", id, "演员", role, Set.of(groups), 5);
    assertThat(staff.create(member, PASSWORD)).isTrue();
    return member;
  }

  /// Somebody of the demo's desk who has signed in.
  Browser browser(Role role, String... groups) {
    return browser(member(role, groups));
  }

  Browser browser(StaffMember member) {
    var browser = new Browser(port);
    assertThat(browser.signIn(member.name(), PASSWORD).status()).isEqualTo(200);
    return browser;
  }

  void disable(StaffMember member) {
    staff.disable(member.id());
  }

  static String ref() {
    return "%08d-test-ref-%s".formatted(refs.incrementAndGet(), "abcdef");
  }
}
