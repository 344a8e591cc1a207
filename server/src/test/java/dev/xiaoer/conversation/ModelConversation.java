package dev.xiaoer.conversation;

import dev.xiaoer.protocol.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A conversation as plain maps: what the scripts have to do, said a second time and in other words.
final class ModelConversation {

  /// What was written with a ref.
  record Said(String topic, long seq, String print) {}

  enum Turned {
    TAKEN, REPEATED, NOT_FOUND, CLOSED, STALE, ANSWERED
  }

  private final Map<String, Said> refs = new HashMap<>();
  private final List<String> buyerLog = new ArrayList<>();
  private final List<String> staffLog = new ArrayList<>();
  private String state = "NONE";
  private String agent = "";
  private long revision;
  private long claim;
  private boolean asked;
  private boolean replied;
  private boolean rated;
  private final boolean tooLate;
  /// Who said what can be taken back, by seq.
  private final Map<Long, String> said = new HashMap<>();
  private final Set<String> recalled = new TreeSet<>();

  /// @param tooLate whether every recall and every rating comes too late
  ModelConversation(boolean tooLate) {
    this.tooLate = tooLate;
  }

  /// The seqs that were taken back.
  Set<String> recalled() {
    return recalled;
  }

  String state() {
    return state;
  }

  String agent() {
    return agent;
  }

  long revision() {
    return revision;
  }

  long claim() {
    return claim;
  }

  boolean asked() {
    return asked;
  }

  /// The kinds of events, in their order.
  List<String> buyerLog() {
    return buyerLog;
  }

  List<String> staffLog() {
    return staffLog;
  }

  /// @return the refusal, or the seq
  Object buyerPosts(boolean opening, boolean own, String ref, String type, String text) {
    if (state.equals("NONE")) {
      if (!opening) {
        return Refusal.NOT_FOUND;
      }
      state = "WAITING";
      revision = 1;
      buyerLog.add("conversation.opened");
    }
    if (!own) {
      return Refusal.NOT_FOUND;
    }
    Object before = saidBefore(ref, "buyer says " + type + text);
    if (before != null) {
      return before;
    }
    if (state.equals("CLOSED")) {
      return Refusal.CLOSED;
    }
    asked = true;
    said.put(buyerLog.size() + 1L, "buyer");
    return append("buyer", buyerLog, type, ref, "buyer says " + type + text);
  }

  Object agentPosts(String by, long atRevision, String ref, String type, String text) {
    Object no = agentMay(by, atRevision, ref, by + " says " + type + text);
    if (no != null) {
      return no;
    }
    asked = false;
    replied = true;
    said.put(buyerLog.size() + 1L, by);
    return append("buyer", buyerLog, type, ref, by + " says " + type + text);
  }

  /// @param own whether it is the buyer's conversation, or one of the agent's desk
  Object recall(String by, boolean own, String ref, long seq) {
    if (state.equals("NONE") || !own) {
      return Refusal.NOT_FOUND;
    }
    Object before = saidBefore(ref, by + " takes back " + seq);
    if (before != null) {
      return before;
    }
    if (state.equals("CLOSED")) {
      return Refusal.CLOSED;
    }
    if (!by.equals(said.get(seq)) || recalled.contains(Long.toString(seq))) {
      return Refusal.NOT_FOUND;
    }
    if (tooLate) {
      return Refusal.RECALL_TOO_LATE;
    }
    recalled.add(Long.toString(seq));
    return append("buyer", buyerLog, "message.recalled", ref, by + " takes back " + seq);
  }

  Object rate(boolean own, String ref, int stars) {
    if (state.equals("NONE") || !own) {
      return Refusal.NOT_FOUND;
    }
    Object before = saidBefore(ref, "buyer gives " + stars);
    if (before != null) {
      return before;
    }
    if (!state.equals("CLOSED") || !replied) {
      return Refusal.RATING_NOT_ASKED;
    }
    if (rated || tooLate) {
      return rated ? Refusal.RATED_ALREADY : Refusal.RATING_TOO_LATE;
    }
    rated = true;
    return append("buyer", buyerLog, "conversation.rated", ref, "buyer gives " + stars);
  }

  Object close(String by, long atRevision, String ref, @Nullable String thanks) {
    String print = by + " closes with " + thanks;
    Object no = agentMay(by, atRevision, ref, print);
    if (no != null) {
      return no;
    }
    asked = false;
    state = "CLOSED";
    revision++;
    if (thanks == null) {
      return append("buyer", buyerLog, "conversation.closed", ref, print);
    }
    replied = true;
    long seq = append("buyer", buyerLog, "message.posted", ref, print);
    buyerLog.add("conversation.closed");
    return seq;
  }

  private @Nullable Object agentMay(String by, long atRevision, String ref, String print) {
    if (state.equals("NONE")) {
      return Refusal.NOT_FOUND;
    }
    Object before = saidBefore(ref, print);
    if (before != null) {
      return before;
    }
    if (state.equals("CLOSED")) {
      return Refusal.CLOSED;
    }
    return state.equals("ASSIGNED") && agent.equals(by) && revision == atRevision ? null : Refusal.STALE;
  }

  Object note(String by, boolean ownDesk, String ref, String text) {
    if (state.equals("NONE") || !ownDesk) {
      return Refusal.NOT_FOUND;
    }
    Object before = saidBefore(ref, by + " notes " + text);
    return before == null ? append("staff", staffLog, "note.posted", ref, by + " notes " + text) : before;
  }

  Turned assign(long number, String to) {
    if (state.equals("NONE")) {
      return Turned.NOT_FOUND;
    }
    if (state.equals("CLOSED")) {
      return Turned.CLOSED;
    }
    if (number == claim && state.equals("ASSIGNED")) {
      return Turned.REPEATED;
    }
    if (number <= claim) {
      return Turned.STALE;
    }
    claim = number;
    agent = to;
    turn("ASSIGNED", "conversation.assigned", "assignment.explained");
    return Turned.TAKEN;
  }

  Turned requeue(String from) {
    if (!state.equals("ASSIGNED") || !agent.equals(from)) {
      return Turned.STALE;
    }
    if (!asked) {
      return Turned.ANSWERED;
    }
    agent = "";
    turn("WAITING", "conversation.requeued", "requeue.explained");
    return Turned.TAKEN;
  }

  private void turn(String to, String forBuyer, String forStaff) {
    state = to;
    revision++;
    buyerLog.add(forBuyer);
    staffLog.add(forStaff);
  }

  private @Nullable Object saidBefore(String ref, String print) {
    Said said = refs.get(ref);
    if (said == null) {
      return null;
    }
    return said.print().equals(print) ? said.seq() : Refusal.REF_REUSED;
  }

  private long append(String topic, List<String> log, String type, String ref, String print) {
    log.add(type);
    refs.put(ref, new Said(topic, log.size(), print));
    return log.size();
  }
}
