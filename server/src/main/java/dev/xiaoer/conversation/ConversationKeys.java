package dev.xiaoer.conversation;

import dev.xiaoer.protocol.ConversationId;

/// The keys of one conversation beside its topics; all under its tag.
final class ConversationKeys {

  private ConversationKeys() {}

  /// Hash: desk, shop, group, buyer, state, agent, revision, the topics' seqs.
  static String record(ConversationId id) {
    return "{c:" + id + "}:record";
  }

  /// Hash: what was said by ref.
  static String refs(ConversationId id) {
    return "{c:" + id + "}:refs";
  }

  /// Hash: how far each side has received and read.
  static String marks(ConversationId id) {
    return "{c:" + id + "}:marks";
  }
}
