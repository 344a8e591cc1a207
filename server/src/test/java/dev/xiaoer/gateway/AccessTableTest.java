package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.gateway.AccessTable.Asker;
import dev.xiaoer.protocol.Frame;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WithDesk
class AccessTableTest {

  private static final String PASSWORD = "a kettle of spring water";
  private static final AtomicInteger people = new AtomicInteger();

  private final Map<Asker, Browser> known = new EnumMap<>(Asker.class);

  @LocalServerPort
  int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired
  StaffMembers staff;

  @Test
  void everyRouteIsInTheTable() {
    assertThat(AccessTable.routes().stream().map(line -> new Routes.Route(line.method(), line.path())))
        .containsExactlyInAnyOrderElementsOf(Routes.of(mappings));
  }

  @TestFactory
  Stream<DynamicTest> everyoneFindsTheDoorAsTheTableSays() {
    return AccessTable.routes().stream()
        .flatMap(
            line -> Arrays.stream(Asker.values())
                .map(asker -> dynamicTest(line.method() + " " + line.path() + " as " + asker, () -> ask(line, asker))));
  }

  @Test
  void everyMappingRefusesTheAnonymous() {
    Set<String> open = Set.of("/api/v1/setup", "/api/v1/staff/sign-in", "/api/v1/shops/{shop}/widget",
        "/api/v1/shops/{shop}/buyers", "/api/v1/demo", "/api/v1/demo/identity");
    for (Routes.Route route : Routes.of(mappings)) {
      if (!open.contains(route.path())) {
        Answer answer = anonymous().send(route.method(), route.example(), body(route.method()));
        assertThat(answer.status()).as(route + " " + answer).isIn(401, 403, 404);
      }
    }
  }

  @Test
  void whatIsInNoTableIsRefusedToEverybody() {
    for (String path : new String[]{"/api/v1/nothing", "/api/v2/staff", "/actuator/health", "/swagger-ui/index.html"}) {
      assertThat(as(Asker.ADMIN).get(path).status()).as(path).isIn(401, 403, 404);
    }
  }

  @Test
  void theContainersPathTricksOpenNothing() {
    for (String path : new String[]{"/api/v1/staff/me;jsessionid=1", "/api/v1/staff/", "/api/v1//staff",
      "/console/..;/api/v1/staff", "/console/%2e%2e/api/v1/staff", "/api/v1/staff%00", "/API/v1/staff",
      "/api/v1/staff.json"}) {
      assertThat(anonymous().get(path).status()).as(path).isIn(400, 401, 403, 404);
    }
  }

  private void ask(AccessTable.Route line, Asker asker) {
    var route = new Routes.Route(line.method(), line.path());
    Answer answer = whoIs(asker, line).send(line.method(), route.example(), body(line.method()));
    if (line.lets(asker)) {
      assertThat(answer.status()).as(answer.toString()).isNotIn(401, 403, 405).isLessThan(500);
    } else {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(Integer.parseInt(line.outcomes().get(asker)));
    }
  }

  /// Signing in is dear. What may end somebody's session is asked by somebody of whom nothing else is asked.
  private Browser whoIs(Asker asker, AccessTable.Route line) {
    return line.path().startsWith("/api/v1/staff/")
        ? as(asker)
        : known.computeIfAbsent(asker, this::as);
  }

  private static String body(String method) {
    return method.equals("GET") ? "" : "{}";
  }

  private Browser as(Asker asker) {
    return switch (asker) {
      case ANONYMOUS -> anonymous();
      case BUYER -> buyer();
      case AGENT -> member(Frame.Role.AGENT);
      case SUPERVISOR -> member(Frame.Role.SUPERVISOR);
      case ADMIN -> member(Frame.Role.ADMIN);
      case DISABLED -> disabled();
    };
  }

  private Browser anonymous() {
    var browser = new Browser(port);
    browser.get("/api/v1/staff/me");
    return browser;
  }

  private Browser buyer() {
    String token = anonymous().post("/api/v1/shops/demo/buyers", "{}").json().path("token").asString();
    return anonymous().with("Authorization", "Bearer " + token);
  }

  private Browser member(Frame.Role role) {
    return signedIn(newcomer(role));
  }

  private Browser disabled() {
    StaffMember member = newcomer(Frame.Role.ADMIN);
    Browser browser = signedIn(member);
    staff.disable(member.id());
    return browser;
  }

  private StaffMember newcomer(Frame.Role role) {
    int number = people.incrementAndGet();
    var member = new StaffMember("t-" + number, "table", "person" + number, "P" + number, role, Set.of(), 1);
    assertThat(staff.create(member, PASSWORD)).isTrue();
    return member;
  }

  private Browser signedIn(StaffMember member) {
    var browser = new Browser(port);
    assertThat(browser.signIn(member.name(), PASSWORD).status()).isEqualTo(200);
    return browser;
  }
}
