package dev.xiaoer.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProtocolDocTest {

  @Test
  void theDocumentSaysWhatTheRecordsSay() throws IOException {
    ProtocolFiles.keepTrue(ProtocolFiles.document(), new ProtocolDocument().write());
  }

  @Test
  void theWordsAreReadFromTheSource() {
    var words = new SourceWords();
    assertThat(words.of(Frame.Welcome.class)).isEqualTo("The answer to hello.");
    assertThat(words.of(Frame.Reply.class, "ts")).isEqualTo("Redis' time of the event, in ms");
    assertThat(words.of(Refusal.STORE_UNAVAILABLE)).startsWith("The store cannot be reached");
    assertThat(words.of(CloseReason.TOO_SLOW)).contains("nothing is lost");
  }
}
