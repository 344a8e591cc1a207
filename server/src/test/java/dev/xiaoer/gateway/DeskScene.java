package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.protocol.Frame.Role;
import dev.xiaoer.redis.Await;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.ShopGroup;
import dev.xiaoer.shops.Shops;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// Buyers of the demo's shop and agents who talk to them, in groups where nobody else works.
final class DeskScene {

  private static final AtomicInteger groups = new AtomicInteger();

  private final int port;
  private final Cast cast;
  private final Shops shops;

  DeskScene(int port, ApplicationContext desk) {
    this.port = port;
    this.cast = new Cast(port, desk);
    this.shops = desk.getBean(Shops.class);
  }

  /// A group of the demo's shop that nobody else uses.
  String group() {
    String group = "scene-" + groups.incrementAndGet();
    Shop demo = Objects.requireNonNull(shops.find("demo"));
    var offered = new ArrayList<>(demo.groups());
    offered.add(new ShopGroup(group, "列表"));
    shops.save(new Shop(demo.id(), demo.desk(), demo.name(), offered, demo.origins(), demo.look(), false));
    return group;
  }

  /// @param browser signed in, too
  record Colleague(StaffMember member, Caller socket, Browser browser) {}

  Colleague member(Role role, String... groups) {
    StaffMember member = cast.member(role, groups);
    return new Colleague(member, cast.asStaff(member), cast.browser(member));
  }

  void online(Colleague colleague) {
    String ref = Cast.ref();
    colleague.socket().says("{\"type\":\"availability.set\",\"ref\":\"" + ref + "\",\"state\":\"ONLINE\"}");
    replied(colleague.socket(), ref);
  }

  /// @param identity what the shop's server signed, or null
  Cast.Visitor asking(String group, String text, @Nullable String identity) {
    String admission = identity == null ? "{}" : "{\"identity\":\"" + identity + "\"}";
    String token = new Browser(port).post("/api/v1/shops/demo/buyers", admission).json().path("token").asString();
    Caller socket = cast.asBuyer(token);
    return new Cast.Visitor(socket, token, asks(socket, group, text));
  }

  /// @return the conversation
  String asks(Caller socket, String group, String text) {
    String ref = Cast.ref();
    socket.says("""
        {"type":"conversation.start","ref":"%s","group":"%s","text":"%s"}""".formatted(ref, group, text));
    return replied(socket, ref).path("topic").asString().substring(2, 24);
  }

  String identityOf(String customer) {
    return new Browser(port).post("/api/v1/demo/identity", "{\"customer\":\"" + customer + "\"}").json()
        .path("identity").asString();
  }

  /// Waits until the conversation is the colleague's.
  ///
  /// @return the revision to name
  long taken(Colleague colleague, String conversation) {
    long[] revision = new long[1];
    Await.until("the conversation is " + colleague.member().id() + "'s", () -> {
      colleague.browser().get("/api/v1/staff/me/desk").json().path("conversations").valueStream()
          .filter(one -> one.path("conversation").asString().equals(conversation))
          .forEach(one -> revision[0] = one.path("revision").asLong());
      return revision[0] > 0;
    });
    return revision[0];
  }

  /// A buyer and the agent who has the conversation, in a group of their own.
  record Talk(String group, Colleague agent, Cast.Visitor buyer, long revision) {}

  Talk talk(String question) {
    String group = group();
    Colleague agent = member(Role.AGENT, group);
    online(agent);
    Cast.Visitor buyer = asking(group, question, null);
    return new Talk(group, agent, buyer, taken(agent, buyer.conversation()));
  }

  void says(Colleague colleague, String conversation, String text) {
    does(colleague, "message.post", conversation, ",\"text\":\"" + text + "\"");
  }

  void closes(Colleague colleague, String conversation) {
    does(colleague, "conversation.close", conversation, "");
  }

  private void does(Colleague colleague, String what, String conversation, String more) {
    String ref = Cast.ref();
    colleague.socket().says("""
        {"type":"%s","ref":"%s","conversation":"%s","revision":%d%s}""".formatted(what, ref, conversation,
        taken(colleague, conversation), more));
    replied(colleague.socket(), ref);
  }

  private static JsonNode replied(Caller socket, String ref) {
    JsonNode reply = socket.hearsAbout(ref);
    assertThat(reply.path("type").asString()).as("%s", reply).isEqualTo("reply");
    return reply;
  }

  static List<String> listed(Browser browser, String query) {
    return browser.get("/api/v1/desk/conversations?" + query).json().path("conversations").valueStream()
        .map(one -> one.path("conversation").asString()).toList();
  }
}
