package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.SocketTickets;
import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.groups.DeskRules;
import dev.xiaoer.groups.GroupRules;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.redis.Await;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.BuyerTokens;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// A desk of its own, whose clock a test may move.
final class SeatStage {

  static final String GROUP = "one";
  private static final String PASSWORD = "a kettle of spring water";
  private static final AtomicInteger stages = new AtomicInteger();

  final String id = "seats-" + stages.incrementAndGet();
  private final int port;
  private final ApplicationContext desk;
  private int people;

  SeatStage(int port, ApplicationContext desk) {
    this.port = port;
    this.desk = desk;
    desk.getBean(Shops.class).save(new Shop(id, id, "A", List.of(new ShopGroup(GROUP, "One")), Set.of(), "#000000", "",
        false));
  }

  /// @param says a socket on which commands are said, and nothing else is heard than their answers
  /// @param socket one that follows topics
  /// @param browser signed in, too
  record Member(String id, Caller says, Caller socket, Browser browser, SeatStage stage) {
    String topic() {
      return "d:" + stage.id + ":agent:" + id;
    }

    /// @param fields as JSON, without braces
    JsonNode asks(String type, String fields) {
      return asks(says, type, fields);
    }

    private static JsonNode asks(Caller caller, String type, String fields) {
      String ref = Cast.ref();
      return caller.says("{\"type\":\"" + type + "\",\"ref\":\"" + ref + "\"" + (fields.isEmpty() ? "" : ",") + fields
          + "}").hearsAbout(ref);
    }

    void does(String type, String fields) {
      JsonNode answer = asks(type, fields);
      assertThat(answer.path("type").asString()).as("%s", answer).isEqualTo("reply");
    }

    String refused(String type, String fields) {
      JsonNode answer = asks(type, fields);
      assertThat(answer.path("type").asString()).as("%s", answer).isEqualTo("refusal");
      assertThat(answer.path("words").asString()).isNotBlank();
      return answer.path("code").asString();
    }

    void follows(String topic) {
      JsonNode answer = asks(socket, "topic.follow", "\"topic\":\"" + topic + "\",\"have\":null,\"last\":null");
      assertThat(answer.path("type").asString()).as("%s", answer).isEqualTo("followed");
    }

    JsonNode hears(String type) {
      return socket.hears(type, frame -> frame.path("event").path("type").asString("").equals(type)).path("event");
    }

    JsonNode seat() {
      return browser.get("/api/v1/seat").json();
    }

    void hangsUp() {
      does("availability.hang-up", "\"reason\":\"去洗手间\",\"away\":\"马上回来\",\"minutes\":10");
    }
  }

  /// Somebody who follows the own topic.
  Member member(Role role) {
    String name = id + "-" + ++people;
    var member = new StaffMember(name, id, name, "演员", role, Set.of(GROUP), 5);
    assertThat(desk.getBean(StaffMembers.class).create(member, PASSWORD)).isTrue();
    var browser = new Browser(port);
    assertThat(browser.signIn(name, PASSWORD).status()).isEqualTo(200);
    var comes = new Member(name, comesIn(member), comesIn(member), browser, this);
    comes.follows(comes.topic());
    return comes;
  }

  private Caller comesIn(StaffMember member) {
    Caller caller = Caller.at(port, "/ws/staff")
        .says("{\"type\":\"hello\",\"ticket\":\"" + desk.getBean(SocketTickets.class).issue(member, "test") + "\"}");
    caller.hearsType("welcome");
    return caller;
  }

  Member online(Role role) {
    Member member = member(role);
    member.does("availability.set", "\"state\":\"ONLINE\"");
    return member;
  }

  /// The page is loaded again.
  Member again(Member member) {
    member.says().close();
    member.socket().close();
    StaffMember known = Objects.requireNonNull(desk.getBean(StaffMembers.class).find(member.id()));
    var again = new Member(member.id(), comesIn(known), comesIn(known), member.browser(), this);
    again.follows(again.topic());
    return again;
  }

  /// A buyer asks, and whoever is free has the conversation.
  String asks() {
    var buyer = new Buyer("b-" + Cast.ref(), id, null);
    Caller caller = Caller.at(port, "/ws/buyer")
        .says("{\"type\":\"hello\",\"token\":\"" + desk.getBean(BuyerTokens.class).issue(buyer) + "\"}");
    caller.hearsType("welcome");
    return caller.asks("\"conversation.start\",\"group\":\"" + GROUP + "\",\"text\":\"在吗\"").path("topic").asString()
        .substring(2, 24);
  }

  void later(Duration time) {
    desk.getBean(RedisLink.class).commands().hincrby(DeskKeys.prefix(id) + ":clock", "ahead", time.toMillis())
        .toCompletableFuture().join();
  }

  void settle(UnaryOperator<GroupRules> change) {
    DeskRules rules = desk.getBean(DeskRules.class);
    GroupRules wanted = change.apply(rules.find(id, GROUP).toCompletableFuture().join());
    assertThat(rules.save(id, wanted).toCompletableFuture().join()).isNotNull();
    Await.until("the node knows the rules", () -> rules.of(id, GROUP).version() > wanted.version());
  }
}
