package dev.xiaoer.registrations;

import dev.xiaoer.availability.DeskKeys;
import dev.xiaoer.hub.Appended;
import dev.xiaoer.hub.Hub;
import dev.xiaoer.hub.Ids;
import dev.xiaoer.json.StrictJson;
import dev.xiaoer.protocol.ForAgent;
import dev.xiaoer.protocol.Topic;
import dev.xiaoer.redis.Fields;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import dev.xiaoer.registrations.Registration.Done;
import dev.xiaoer.registrations.Registration.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One hash each, and a list of the open ones of each group. Stateless; any thread.
@Component
class RedisRegistrations implements Registrations {

  private static final Script ADD = script("add_registration");
  private static final Script OPEN = script("open_registrations");
  private static final Script DONE = script("finish_registration");
  private static final Script SHOW = script("show_contact");
  private static final String MOST = "200";

  private final RedisLink redis;
  private final Hub hub;
  private final StrictJson json;
  private final Ids ids;

  RedisRegistrations(RedisLink redis, Hub hub, StrictJson json, Ids ids) {
    this.redis = redis;
    this.hub = hub;
    this.json = json;
    this.ids = ids;
  }

  private static Script script(String name) {
    return Script.of(RedisRegistrations.class, name, DeskKeys.PRELUDE);
  }

  @Override
  public CompletionStage<Registration> add(String desk, Wanted wanted, Collection<String> told) {
    String id = ids.next();
    String eventId = ids.next();
    String event = json.write(new ForAgent.RegisteredFor(id, wanted.shop(), wanted.group(), wanted.by().id(),
        wanted.question()));
    String contact = wanted.contact() == null ? "" : wanted.contact();
    String conversation = wanted.conversation() == null ? "" : wanted.conversation();
    var arguments = new ArrayList<>(List.of(id, wanted.shop(), wanted.group(), wanted.by().id(), wanted.by().name(),
        wanted.question(), contact, conversation, eventId, event));
    arguments.addAll(told);
    return redis.write(ADD, prefix(desk), arguments.toArray(String[]::new)).thenApply(answer -> {
      for (Object one : (List<?>) answer.get(2)) {
        List<?> heard = (List<?>) one;
        hub.announce(Appended.of(new Topic.Agent(desk, (String) heard.get(0)), eventId, event, heard.get(1)));
      }
      return new Registration(id, wanted.shop(), wanted.group(), wanted.by(), wanted.question(), wanted.contact(),
          wanted.conversation(), (long) answer.get(1), null);
    });
  }

  @Override
  public CompletionStage<List<Registration>> open(String desk, String group) {
    return redis.read(OPEN, prefix(desk), group, MOST)
        .thenApply(found -> found.stream().map(one -> read(Fields.of(one))).toList());
  }

  @Override
  public CompletionStage<@Nullable Registration> find(String desk, String id) {
    return redis.commands().hgetall(DeskKeys.prefix(desk) + ":registration:" + id)
        .thenApply(fields -> fields.isEmpty() ? null : read(fields));
  }

  private static Registration read(Map<String, String> fields) {
    String done = fields.get("done_at");
    return new Registration(text(fields, "id"), text(fields, "shop"), text(fields, "group"),
        new Person(text(fields, "by"), text(fields, "by_name")), text(fields, "question"),
        orNull(text(fields, "contact")), orNull(text(fields, "conversation")), Long.parseLong(text(fields, "at")),
        done == null
            ? null
            : new Done(new Person(text(fields, "done_by"), text(fields, "done_by_name")), Long.parseLong(done)));
  }

  private static String text(Map<String, String> fields, String name) {
    return Objects.requireNonNull(fields.get(name), () -> "a registration lacks " + name);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public CompletionStage<Void> done(String desk, Registration registration, Person by) {
    return redis.write(DONE, prefix(desk), registration.id(), registration.group(), by.id(), by.name())
        .thenAccept(done -> {});
  }

  @Override
  public CompletionStage<@Nullable String> contact(String desk, Registration registration, String by) {
    return redis.write(SHOW, prefix(desk), registration.id(), by).thenApply(shown -> registration.contact());
  }

  private static List<String> prefix(String desk) {
    return List.of(DeskKeys.prefix(desk));
  }
}
