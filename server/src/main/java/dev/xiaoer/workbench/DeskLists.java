package dev.xiaoer.workbench;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.protocol.ConversationId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Lists the conversations of a desk for those who work at it. Waits for the store.
@Service
public class DeskLists {

  private final ConversationLists lists;
  private final Glances glances;
  private final StaffNames names;

  DeskLists(ConversationLists lists, Glances glances, StaffNames names) {
    this.lists = lists;
    this.glances = glances;
    this.names = names;
  }

  /// Which conversations are asked for.
  public enum Scope {
    /// Those that wait for somebody, who waits longest first.
    WAITING,
    /// Those of colleagues, who waits longest for an answer first.
    TEAM,
    /// Those that are over, the youngest first.
    CLOSED
  }

  /// @param group null for all that the asker may see
  /// @param words of the buyer's name or id, or the conversation's id, of closed ones; in any case
  /// @param after the last one the asker has, to go on behind it
  public record Asked(Scope scope, @Nullable String group, String words, @Nullable ConversationId after, int limit) {}

  /// @param more whether it is worth asking again, behind the last
  public record Page(List<Row> conversations, boolean more) {}

  public record Person(String id, @Nullable String name) {}

  /// @param tier what the shop's server calls the buyer's rank; null for a buyer without one
  /// @param agent whose it is or was; null while it waits
  /// @param waitingSince since when the buyer waits for an answer, in ms; null when everything is answered
  /// @param lastAt when something last happened in it, in ms
  /// @param lastText what was said last, masked and cut; null when that was no text
  /// @param openedAt in ms
  public record Row(
      ConversationId conversation,
      String shop,
      String group,
      Person buyer,
      @Nullable String tier,
      @Nullable Person agent,
      ConversationRecord.State state,
      @Nullable Long waitingSince,
      long lastAt,
      @Nullable String lastText,
      long openedAt) {}

  public Page page(StaffMember member, Asked asked) {
    ConversationLists.Found found = switch (asked.scope()) {
      case WAITING -> lists.waiting(member, asked);
      case TEAM -> lists.team(member, asked);
      case CLOSED -> lists.closed(member, asked);
    };
    Map<ConversationId, Glance> seen = glances.at(found.conversations().keySet());
    List<Row> rows = found.conversations().entrySet().stream()
        .map(one -> row(one.getKey(), one.getValue(), seen.getOrDefault(one.getKey(), Glance.NONE)))
        .toList();
    return new Page(rows, found.more());
  }

  private Row row(ConversationId id, ConversationRecord record, Glance glance) {
    String agent = record.agent();
    return new Row(id, record.card().shop(), record.card().group(),
        new Person(record.buyer().id(), record.buyer().name()), record.tier(),
        agent.isEmpty() ? null : new Person(agent, names.of(agent)), record.state(),
        record.asked() == 0 || record.state() == ConversationRecord.State.CLOSED ? null : record.asked(),
        record.lastAt(), glance.lastText(), glance.openedAt());
  }
}
