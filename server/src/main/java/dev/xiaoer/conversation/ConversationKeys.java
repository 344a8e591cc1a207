package dev.xiaoer.conversation;

import dev.xiaoer.hub.TopicKeys;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Topic;

/// The keys of one conversation beside its topics; all under its tag.
final class ConversationKeys {

  /// channel: id of a conversation whose group may be another from here on
  static final String MOVED = "conversations.moved";

  private ConversationKeys() {}

  /// Hash: desk, shop, group, buyer, state, agent, revision, the topics' seqs; what came of it.
  static String record(ConversationId id) {
    return "{c:" + id + "}:record";
  }

  /// Hash: what was said by ref.
  static String refs(ConversationId id) {
    return "{c:" + id + "}:refs";
  }

  /// Hash: seq of the buyer topic → what readers get in place of what was taken back.
  static String recalled(ConversationId id) {
    return TopicKeys.replaced(new Topic.Buyer(id));
  }

  /// Hash: how far each side has received and read.
  static String marks(ConversationId id) {
    return "{c:" + id + "}:marks";
  }

  /// Hash: rule → when and how often the desk has said it by itself, as the room that decides writes it.
  static String said(ConversationId id) {
    return "{c:" + id + "}:said";
  }
}
