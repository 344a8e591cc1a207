package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.desk.Answer;
import dev.xiaoer.desk.Browser;
import dev.xiaoer.desk.MovableClock;
import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.protocol.Frame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

@WithDesk
class SignInOverHttpTest {

  private static final String PASSWORD = "a quiet pot of oolong";
  private static final AtomicInteger people = new AtomicInteger();

  @LocalServerPort
  int port;

  @Autowired
  StaffMembers staff;

  @Autowired
  StringRedisTemplate redis;

  @Autowired
  MovableClock clock;

  @Test
  void whoSignsInIsTheOneAsked() {
    StaffMember member = newcomer(Frame.Role.SUPERVISOR);
    Browser browser = signedIn(member);
    Answer me = browser.get("/api/v1/staff/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().path("id").asString()).isEqualTo(member.id());
    assertThat(me.json().path("role").asString()).isEqualTo("SUPERVISOR");
    assertThat(me.body()).doesNotContain("argon2");
  }

  @Test
  void theSignInNameHasNoCase() {
    StaffMember member = newcomer(Frame.Role.AGENT);
    assertThat(new Browser(port).signIn(member.name().toUpperCase(java.util.Locale.ROOT), PASSWORD).status())
        .isEqualTo(200);
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreAnsweredInTheSameWords() {
    Answer wrong = new Browser(port).signIn(newcomer(Frame.Role.AGENT).name(), "not the password at all");
    Answer unknown = new Browser(port).signIn("nobody-" + people.incrementAndGet(), "not the password at all");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("CREDENTIALS_WRONG");
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  void theCookieIsHiddenFromScriptsAndBoundToOurPages() {
    Browser browser = new Browser(port);
    browser.get("/api/v1/staff/me");
    Answer answer = browser.post("/api/v1/staff/sign-in", credentials(newcomer(Frame.Role.AGENT).name(), PASSWORD));
    String cookie = answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith("desk="))
        .findFirst()
        .orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
  }

  @Test
  void overHttpsTheCookieBelongsToThisHostOnly() {
    Browser browser = new Browser(port).with("X-Forwarded-Proto", "https").with("X-Forwarded-For", "203.0.113.7");
    String token = browser.get("/api/v1/staff/me").headers().allValues("Set-Cookie").getFirst();
    String value = token.substring("XSRF-TOKEN=".length(), token.indexOf(';'));
    browser.with("Cookie", "XSRF-TOKEN=" + value).with("X-XSRF-TOKEN", value);
    Answer answer = browser.post("/api/v1/staff/sign-in", credentials(newcomer(Frame.Role.AGENT).name(), PASSWORD));
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-desk=").contains("Secure").contains("HttpOnly"));
  }

  @Test
  void signingInGivesTheSessionANewId() {
    StaffMember member = newcomer(Frame.Role.AGENT);
    Browser browser = signedIn(member);
    String before = browser.cookie("desk").orElseThrow();
    assertThat(browser.signIn(member.name(), PASSWORD).status()).isEqualTo(200);
    assertThat(browser.cookie("desk").orElseThrow()).isNotEqualTo(before);
    Browser thief = new Browser(port);
    thief.setCookie("desk", before);
    assertThat(thief.get("/api/v1/staff/me").status()).isEqualTo(401);
  }

  @Test
  void aSessionIdThatWasNotMadeHereIsNotTaken() {
    Browser browser = new Browser(port);
    browser.setCookie("desk", "ZmZmZmZmZmZmZmZmZmZmZmZmZmY");
    StaffMember member = newcomer(Frame.Role.AGENT);
    browser.signIn(member.name(), PASSWORD);
    Browser planter = new Browser(port);
    planter.setCookie("desk", "ZmZmZmZmZmZmZmZmZmZmZmZmZmY");
    assertThat(planter.get("/api/v1/staff/me").status()).isEqualTo(401);
  }

  @Test
  void signingOutEndsEverySessionOfThePerson() {
    StaffMember member = newcomer(Frame.Role.AGENT);
    Browser office = signedIn(member);
    Browser home = signedIn(member);
    assertThat(office.post("/api/v1/staff/sign-out", "").status()).isEqualTo(204);
    assertThat(office.get("/api/v1/staff/me").status()).isEqualTo(401);
    assertThat(home.get("/api/v1/staff/me").status()).isEqualTo(401);
  }

  @Test
  void aNewRoleCountsAtOnceAndSignsOut() {
    StaffMember member = newcomer(Frame.Role.ADMIN);
    Browser browser = signedIn(member);
    assertThat(browser.get("/api/v1/staff").status()).isEqualTo(200);
    staff.change(
        new StaffMember(member.id(), member.desk(), member.name(), "x", Frame.Role.AGENT, Set.of(), 1));
    assertThat(browser.get("/api/v1/staff").status()).isEqualTo(401);
    assertThat(signedIn(member).get("/api/v1/staff").status()).isEqualTo(403);
  }

  @Test
  void aSessionEndsTenHoursAfterSigningIn() {
    Browser browser = signedIn(newcomer(Frame.Role.AGENT));
    clock.forward(Duration.ofHours(9).plusMinutes(59));
    assertThat(browser.get("/api/v1/staff/me").status()).isEqualTo(200);
    clock.forward(Duration.ofMinutes(2));
    assertThat(browser.get("/api/v1/staff/me").status()).isEqualTo(401);
  }

  @Test
  void everyChangeNeedsItsCsrfToken() {
    Browser browser = signedIn(newcomer(Frame.Role.ADMIN));
    browser.forgetCookie("XSRF-TOKEN");
    for (AccessTable.Route line : AccessTable.routes()) {
      boolean changes = !line.method().equals("GET");
      boolean byCookie = !AccessRules.WITHOUT_CSRF.stream().anyMatch(rule -> rule.path().equals(line.path()));
      if (changes && byCookie) {
        String path = new Routes.Route(line.method(), line.path()).example();
        Answer answer = browser.send(line.method(), path, "{}");
        browser.forgetCookie("XSRF-TOKEN");
        assertThat(answer.status()).as(line.path()).isEqualTo(403);
        assertThat(answer.code()).as(line.path()).isEqualTo("CSRF");
      }
    }
  }

  @Test
  void aForeignPageChangesNothingEvenWithTheToken() {
    Browser browser = signedIn(newcomer(Frame.Role.ADMIN));
    browser.with("Origin", "https://evil.example");
    assertThat(browser.post("/api/v1/staff/sign-out", "").status()).isEqualTo(403);
    assertThat(browser.get("/api/v1/staff/me").status()).isEqualTo(200);
  }

  @Test
  void aBearerHeaderDoesNotOpenTheSessionPastItsCsrfCheck() {
    Browser browser = signedIn(newcomer(Frame.Role.ADMIN));
    browser.forgetCookie("XSRF-TOKEN");
    browser.with("Authorization", "Bearer nonsense");
    assertThat(browser.post("/api/v1/staff/sign-out", "").status()).isIn(401, 403);
    assertThat(browser.get("/api/v1/staff/me").status()).isIn(401, 403);
  }

  @Test
  void aSessionInRedisIsJsonAndHoldsNoPerson() {
    signedIn(newcomer(Frame.Role.AGENT));
    var keys = redis.keys("desk:session:sessions:*");
    assertThat(keys).isNotEmpty();
    for (String key : keys) {
      Map<byte[], byte[]> fields = redis.execute(
          (RedisCallback<Map<byte[], byte[]>>) (RedisConnection connection) -> connection.hashCommands()
              .hGetAll(key.getBytes(StandardCharsets.UTF_8)));
      assertThat(fields).isNotEmpty();
      assertThat(fields.values()).allSatisfy(
          value -> assertThat(new String(value, StandardCharsets.UTF_8)).matches("-?\\d+|\"[^\"]*\"|"));
    }
  }

  @Test
  void passwordsAreArgon2id() {
    StaffMember member = newcomer(Frame.Role.AGENT);
    Object hash = redis.opsForHash().get("{staff}:member:" + member.id(), "password");
    assertThat(String.valueOf(hash)).matches("\\$argon2id\\$v=19\\$m=\\d{5,},t=[2-9],p=\\d\\$.+");
  }

  @Test
  void anAdministratorSeesNobodyOfAnotherDesk() {
    Browser admin = signedIn(newcomer(Frame.Role.ADMIN));
    assertThat(admin.get("/api/v1/staff").body()).doesNotContain("demo-qing");
    Answer swapped = admin.post("/api/v1/staff/demo-qing/disable", "");
    assertThat(swapped.status()).isEqualTo(404);
    assertThat(staff.find("demo-qing")).isNotNull();
  }

  @Test
  void anAdministratorAlwaysStays() {
    StaffMember member = newcomer(Frame.Role.ADMIN);
    Browser admin = signedIn(member);
    assertThat(admin.post("/api/v1/staff/" + member.id() + "/disable", "").status()).isEqualTo(403);
    assertThat(
        admin.put("/api/v1/staff/" + member.id(), "{\"displayName\":\"x\",\"role\":\"AGENT\",\"groups\":[],\"cap\":1}")
            .status())
        .isEqualTo(403);
  }

  private StaffMember newcomer(Frame.Role role) {
    int number = people.incrementAndGet();
    var member = new StaffMember("s-" + number, "signin", "signer" + number, "S" + number, role, Set.of(), 1);
    assertThat(staff.create(member, PASSWORD)).isTrue();
    return member;
  }

  private Browser signedIn(StaffMember member) {
    var browser = new Browser(port);
    assertThat(browser.signIn(member.name(), PASSWORD).status()).isEqualTo(200);
    return browser;
  }

  private static String credentials(String name, String password) {
    return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
  }
}
