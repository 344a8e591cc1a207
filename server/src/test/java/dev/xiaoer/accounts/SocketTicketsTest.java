package dev.xiaoer.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.WithDesk;
import dev.xiaoer.protocol.Frame;
import dev.xiaoer.redis.Await;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

@WithDesk
class SocketTicketsTest {

  private static final AtomicInteger people = new AtomicInteger();

  @Autowired
  SocketTickets tickets;

  @Autowired
  StaffMembers staff;

  @Autowired
  SignOuts signOuts;

  @Autowired
  StringRedisTemplate redis;

  @Test
  void aTicketIsGoodOnce() {
    StaffMember member = newcomer();
    String ticket = tickets.issue(member, "s");
    assertThat(redeem(ticket)).isEqualTo(member);
    assertThat(redeem(ticket)).isNull();
  }

  @Test
  void ofManyWhoShowATicketAtOnceOneGetsIn() {
    String ticket = tickets.issue(newcomer(), "s");
    var asked = IntStream.range(0, 50).mapToObj(i -> tickets.redeem(ticket).toCompletableFuture()).toList();
    assertThat(asked.stream().map(stage -> stage.join()).filter(Objects::nonNull)).hasSize(1);
  }

  @Test
  void redisDoesNotKnowTheTicketItself() {
    String ticket = tickets.issue(newcomer(), "s");
    assertThat(redis.keys("ticket:*")).isNotEmpty().noneMatch(key -> key.contains(ticket));
    String key = StaffKeys.ticket(Secrets.hashed(ticket));
    assertThat(redis.opsForValue().get(key)).doesNotContain(ticket);
    assertThat(redis.getExpire(key)).isBetween(1L, 30L);
  }

  @Test
  void anExpiredTicketIsNoTicket() {
    String ticket = tickets.issue(newcomer(), "s");
    String key = StaffKeys.ticket(Secrets.hashed(ticket));
    redis.expire(key, Duration.ofMillis(1));
    Await.until("the ticket is gone", () -> Boolean.FALSE.equals(redis.hasKey(key)));
    assertThat(redeem(ticket)).isNull();
  }

  @Test
  void signingOutMakesTheTicketVoid() {
    StaffMember member = newcomer();
    String ticket = tickets.issue(member, "s");
    signOuts.signOut(member.id());
    assertThat(redeem(ticket)).isNull();
  }

  @Test
  void aDisabledMemberGetsNoSocket() {
    StaffMember member = newcomer();
    String ticket = tickets.issue(member, "s");
    assertThat(staff.disable(member.id())).isTrue();
    assertThat(redeem(ticket)).isNull();
    assertThat(staff.find(member.id())).isNull();
    assertThat(staff.ofDesk(member.desk())).doesNotContain(member);
  }

  @Test
  void whatIsNoTicketIsNoTicket() {
    Stream.of("", "x", "*", "../" + "a".repeat(40), "a".repeat(43), "a".repeat(100_000))
        .forEach(text -> assertThat(redeem(text)).isNull());
  }

  @Test
  void everybodyHearsWhoHasToGo() {
    var heard = new ConcurrentLinkedQueue<String>();
    signOuts.onSignOut(heard::add);
    List<StaffMember> members = Stream.generate(this::newcomer).limit(4).toList();
    signOuts.signOut(members.get(0).id());
    staff.disable(members.get(1).id());
    staff.changePassword(members.get(2).id(), "another quiet pot of oolong");
    StaffMember agent = members.get(3);
    staff.change(
        new StaffMember(agent.id(), agent.desk(), agent.name(), "new", Frame.Role.SUPERVISOR, agent.groups(), 2));
    Await.within(
        Duration.ofSeconds(2),
        "all four are heard of",
        () -> heard.containsAll(members.stream().map(StaffMember::id).toList()));
  }

  @Test
  void newWordsForBuyersSignNobodyOut() {
    StaffMember member = newcomer();
    String ticket = tickets.issue(member, "s");
    var renamed = new StaffMember(member.id(), member.desk(), member.name(), "小新", member.role(), Set.of("g2"), 7);
    assertThat(staff.change(renamed)).isTrue();
    assertThat(redeem(ticket)).isEqualTo(renamed);
  }

  @Test
  void twoWhoWantOneNameGetItOnce() {
    StaffMember first = newcomer();
    var second = new StaffMember("k-other-" + first.id(), "keys", first.name().toUpperCase(Locale.ROOT), "x",
        Frame.Role.AGENT, Set.of(), 1);
    assertThat(staff.create(second, "a quiet pot of oolong")).isFalse();
    assertThat(staff.find(second.id())).isNull();
  }

  private StaffMember newcomer() {
    int number = people.incrementAndGet();
    var member = new StaffMember("k-" + number, "keys", "keeper" + number, "K", Frame.Role.AGENT, Set.of("g"), 3);
    assertThat(staff.create(member, "a quiet pot of oolong")).isTrue();
    return member;
  }

  private @Nullable StaffMember redeem(String ticket) {
    return tickets.redeem(ticket).toCompletableFuture().join();
  }
}
