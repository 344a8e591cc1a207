package dev.xiaoer.accounts;

import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

@Component
class RedisStaffMembers implements StaffMembers, StaffAccounts {

  private final Script create = Script.of(RedisStaffMembers.class, "create_staff");
  private final Script createFirst = Script.of(RedisStaffMembers.class, "create_first_staff");
  private final Script change = Script.of(RedisStaffMembers.class, "change_staff");
  private final Script rehash = Script.of(RedisStaffMembers.class, "rehash_staff");

  private final RedisLink link;
  private final StringRedisTemplate redis;
  private final Passwords passwords;
  private final SignOutNews news;
  private final ApplicationEventPublisher events;

  RedisStaffMembers(RedisLink link, StringRedisTemplate redis, Passwords passwords, SignOutNews news,
      ApplicationEventPublisher events) {
    this.link = link;
    this.redis = redis;
    this.passwords = passwords;
    this.news = news;
    this.events = events;
  }

  @Override
  public @Nullable StaffMember find(String id) {
    StaffAccount account = account(id);
    return account == null || account.disabled() ? null : account.member();
  }

  @Override
  public List<StaffMember> ofDesk(String desk) {
    Set<String> ids = redis.opsForSet().members(StaffKeys.desk(desk));
    return (ids == null ? Set.<String>of() : ids).stream()
        .map(this::find)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(StaffMember::name))
        .toList();
  }

  @Override
  public boolean create(StaffMember newcomer, String password) {
    var arguments = new ArrayList<>(List.of(lowerCase(newcomer.name()), newcomer.id()));
    arguments.addAll(StaffAccount.fieldsOf(newcomer));
    arguments.addAll(List.of("password", passwords.hash(newcomer.name(), password)));
    return done(
        create,
        List.of(StaffKeys.NAMES, StaffKeys.member(newcomer.id()), StaffKeys.desk(newcomer.desk())),
        arguments);
  }

  @Override
  public boolean createFirst(StaffMember admin, String passwordHash, String setupToken) {
    var arguments = new ArrayList<>(List.of(lowerCase(admin.name()), admin.id(), setupToken));
    arguments.addAll(StaffAccount.fieldsOf(admin));
    arguments.addAll(List.of("password", passwordHash));
    return done(
        createFirst,
        List.of(
            StaffKeys.NAMES,
            StaffKeys.member(admin.id()),
            StaffKeys.desk(admin.desk()),
            StaffKeys.SETUP),
        arguments);
  }

  @Override
  public boolean change(StaffMember changed) {
    StaffAccount before = account(changed.id());
    if (before == null) {
      return false;
    }
    StaffMember member = before.member();
    var kept = new StaffMember(
        member.id(),
        member.desk(),
        member.name(),
        changed.displayName(),
        changed.role(),
        changed.groups(),
        changed.cap());
    boolean done = changeFields(member.id(), member.role() != kept.role(), StaffAccount.fieldsOf(kept));
    if (done && !kept.equals(member)) {
      events.publishEvent(new MemberChanged(kept));
    }
    return done;
  }

  @Override
  public boolean changePassword(String id, String password) {
    StaffAccount before = account(id);
    return before != null
        && changeFields(id, true, List.of("password", passwords.hash(before.member().name(), password)));
  }

  @Override
  public boolean disable(String id) {
    return changeFields(id, true, List.of("disabled", "1"));
  }

  @Override
  public void nextEpoch(String id) {
    changeFields(id, true, List.of());
  }

  @Override
  public @Nullable StaffAccount account(String id) {
    Map<String, String> fields = redis.<String, String>opsForHash().entries(StaffKeys.member(id));
    return StaffAccount.of(id, fields);
  }

  @Override
  public @Nullable StaffAccount accountNamed(String name) {
    String id = redis.<String, String>opsForHash().get(StaffKeys.NAMES, lowerCase(name));
    return id == null ? null : account(id);
  }

  @Override
  public boolean none() {
    return redis.opsForHash().size(StaffKeys.NAMES) == 0;
  }

  @Override
  public void rehash(String id, String oldHash, String newHash) {
    done(rehash, List.of(StaffKeys.member(id)), List.of(oldHash, newHash));
  }

  private boolean changeFields(String id, boolean signsOut, List<String> fields) {
    var arguments = new ArrayList<>(List.of(signsOut ? "1" : "0"));
    arguments.addAll(fields);
    boolean changed = done(change, List.of(StaffKeys.member(id)), arguments);
    if (changed && signsOut) {
      news.tell(id);
    }
    return changed;
  }

  private boolean done(Script script, List<String> keys, List<String> arguments) {
    List<Object> answer = link.write(script, keys, arguments.toArray(String[]::new)).toCompletableFuture().join();
    return answer.getFirst().equals(1L);
  }

  private static String lowerCase(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
