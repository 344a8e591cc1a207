package dev.xiaoer.autoreply;

import dev.xiaoer.conversation.ConversationRecord;
import dev.xiaoer.conversation.ConversationRecord.State;
import dev.xiaoer.conversation.DeskVoice.Heard;
import dev.xiaoer.protocol.ConversationId;

/// Why the desk may have something to say in a conversation.
sealed interface Occasion {

  ConversationId id();

  /// What it is called: whatever node thinks about it, and how often, it is one and the same.
  String name(ConversationRecord record);

  /// Whether there still is something to be said to it.
  boolean stands(Heard heard);

  /// @param ref of the words
  record Spoke(ConversationId id, String ref, long seq, String text) implements Occasion {
    @Override
    public String name(ConversationRecord record) {
      return "spoke " + ref;
    }

    /// Not when a person has answered meanwhile.
    @Override
    public boolean stands(Heard heard) {
      return seq > heard.heard() && heard.record().state() != State.CLOSED && heard.record().asked() != 0;
    }
  }

  /// The buyer goes on waiting: in the queue, or for the agent.
  record Waits(ConversationId id) implements Occasion {
    @Override
    public String name(ConversationRecord record) {
      return "waits " + record.state() + ' ' + record.asked();
    }

    @Override
    public boolean stands(Heard heard) {
      return heard.record().state() != State.CLOSED && heard.record().asked() != 0;
    }
  }

  record Closed(ConversationId id) implements Occasion {
    @Override
    public String name(ConversationRecord record) {
      return "closed";
    }

    @Override
    public boolean stands(Heard heard) {
      return heard.record().state() == State.CLOSED;
    }
  }
}
