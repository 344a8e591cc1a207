package dev.xiaoer.workbench;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.ConversationRecord.State;
import dev.xiaoer.conversation.Conversations;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.routing.DeskConversations;
import dev.xiaoer.workbench.DeskLists.Asked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the conversations that a member of the staff may see. Waits for the store.
@Component
final class ConversationLists {

  /// As many of a queue or of a desk's own are looked at.
  private static final int MOST = 1_000;
  /// As many closed ones are looked through for what is asked; then the asker goes on behind the last that was found.
  private static final int MOST_CLOSED = 2_000;
  private static final int PAGE = 100;

  private final DeskConversations desk;
  private final Conversations conversations;

  ConversationLists(DeskConversations desk, Conversations conversations) {
    this.desk = desk;
    this.conversations = conversations;
  }

  /// @param more whether it is worth asking again, behind the last
  record Found(Map<ConversationId, ConversationRecord> conversations, boolean more) {}

  Found waiting(StaffMember member, Asked asked) {
    List<ConversationId> ids = new ArrayList<>();
    for (String group : groups(member, asked.group())) {
      ids.addAll(Waiting.on(desk.waiting(member.desk(), group, MOST)));
    }
    return page(seen(member, asked, ids), asked, record -> record.state() == State.WAITING,
        Comparator.comparingLong(ConversationRecord::asked));
  }

  Found team(StaffMember member, Asked asked) {
    List<ConversationId> ids = Waiting.on(desk.assigned(member.desk()));
    return page(seen(member, asked, ids.subList(0, Math.min(ids.size(), MOST))), asked,
        record -> record.state() == State.ASSIGNED && !record.agent().equals(member.id()),
        // answered ones wait for nothing: they come last, the quietest first
        Comparator.comparingLong((ConversationRecord record) -> record.asked() == 0 ? Long.MAX_VALUE : record.asked())
            .thenComparingLong(ConversationRecord::lastAt));
  }

  Found closed(StaffMember member, Asked asked) {
    var found = new LinkedHashMap<ConversationId, ConversationRecord>();
    ConversationId after = asked.after();
    for (int looked = 0; looked < MOST_CLOSED; looked += PAGE) {
      List<ConversationId> ids = Waiting.on(desk.closed(member.desk(), after, PAGE));
      for (var one : seen(member, asked, ids).entrySet()) {
        if (found.size() == asked.limit()) {
          return new Found(found, true);
        }
        if (one.getValue().state() == State.CLOSED && isAbout(one.getKey(), one.getValue(), asked.words())) {
          found.put(one.getKey(), one.getValue());
        }
      }
      if (ids.size() < PAGE) {
        return new Found(found, false);
      }
      after = ids.getLast();
    }
    return new Found(found, !found.isEmpty());
  }

  private Collection<String> groups(StaffMember member, @Nullable String group) {
    if (group != null) {
      return member.maySee(member.desk(), group) ? Set.of(group) : Set.of();
    }
    return member.isLeader() ? Waiting.on(desk.groups(member.desk())) : member.groups();
  }

  /// The records of those that may be seen, in the order of the ids.
  private Map<ConversationId, ConversationRecord> seen(StaffMember member, Asked asked, List<ConversationId> ids) {
    var asking = ids.stream().map(conversations::find).toList();
    var seen = new LinkedHashMap<ConversationId, ConversationRecord>();
    for (int i = 0; i < ids.size(); i++) {
      ConversationRecord record = Waiting.on(asking.get(i));
      if (record != null && member.maySee(record.card().desk(), record.card().group())
          && (asked.group() == null || asked.group().equals(record.card().group()))) {
        seen.put(ids.get(i), record);
      }
    }
    return seen;
  }

  private static Found page(Map<ConversationId, ConversationRecord> seen, Asked asked,
      Predicate<ConversationRecord> wanted, Comparator<ConversationRecord> order) {
    List<Map.Entry<ConversationId, ConversationRecord>> all = seen.entrySet().stream()
        .filter(one -> wanted.test(one.getValue()))
        .sorted(Map.Entry.comparingByValue(order))
        .toList();
    List<ConversationId> ids = all.stream().map(Map.Entry::getKey).toList();
    int from = asked.after() == null ? 0 : ids.indexOf(asked.after()) + 1;
    var found = new LinkedHashMap<ConversationId, ConversationRecord>();
    all.stream().skip(from).limit(asked.limit()).forEach(one -> found.put(one.getKey(), one.getValue()));
    return new Found(found, from + found.size() < all.size());
  }

  private static boolean isAbout(ConversationId id, ConversationRecord record, String words) {
    String name = record.buyer().name();
    return words.isEmpty() || contains(id.value(), words) || contains(record.buyer().id(), words)
        || (name != null && contains(name, words));
  }

  private static boolean contains(String text, String words) {
    return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
