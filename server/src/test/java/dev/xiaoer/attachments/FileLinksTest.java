package dev.xiaoer.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.protocol.ConversationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLinksTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ConversationId CONVERSATION = AttachmentRoom.CONVERSATION;
  private static final String ATTACHMENT = "attachmentAAAAAAAAAAAA";

  @TempDir
  private Path folder;
  private String[] parts;

  @BeforeEach
  void link() {
    parts = links(NOW).link(CONVERSATION, ATTACHMENT).split("/");
  }

  @Test
  void aLinkOpensItsFileForFiveMinutes() {
    assertThat(parts).startsWith("", "files", CONVERSATION.value(), ATTACHMENT).hasSize(6);
    assertThat(isGood(NOW, CONVERSATION, ATTACHMENT, parts[4], parts[5])).isTrue();
    assertThat(isGood(NOW.plus(Duration.ofSeconds(299)), CONVERSATION, ATTACHMENT, parts[4], parts[5])).isTrue();
    assertThat(isGood(NOW.plus(Duration.ofMinutes(5)), CONVERSATION, ATTACHMENT, parts[4], parts[5])).isFalse();
  }

  @Test
  void aLinkOpensNothingElse() {
    var other = new ConversationId("conversationBBBBBBBBBB");
    String later = Long.toString(Long.parseLong(parts[4]) + 1);

    assertThat(isGood(NOW, other, ATTACHMENT, parts[4], parts[5])).isFalse();
    assertThat(isGood(NOW, CONVERSATION, "attachmentBBBBBBBBBBBB", parts[4], parts[5])).isFalse();
    assertThat(isGood(NOW, CONVERSATION, ATTACHMENT, later, parts[5])).isFalse();
    assertThat(isGood(NOW, CONVERSATION, ATTACHMENT, "soon", parts[5])).isFalse();
    assertThat(isGood(NOW, CONVERSATION, ATTACHMENT, parts[4], "")).isFalse();
    assertThat(isGood(NOW, CONVERSATION, ATTACHMENT, parts[4], "!!!")).isFalse();
    assertThat(isGood(NOW, CONVERSATION, ATTACHMENT, parts[4], parts[5].substring(1))).isFalse();
  }

  @Test
  void nodesThatShareTheFolderShareTheKeyAndOthersDoNot(@TempDir Path elsewhere) throws IOException {
    var foreign = new FileLinks(AttachmentRoom.settings(elsewhere, Map.of()),
        LinkKey.of(AttachmentRoom.settings(elsewhere, Map.of()), new SecureRandom()), clock(NOW));

    assertThat(foreign.isGood(CONVERSATION, ATTACHMENT, parts[4], parts[5])).isFalse();
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("link.key"));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void filesCanHaveAnOriginOfTheirOwn() {
    var settings = AttachmentRoom.settings(folder, Map.of("origin", "https://files.example.com"));
    var links = new FileLinks(settings, LinkKey.of(settings, new SecureRandom()), clock(NOW));

    assertThat(links.link(CONVERSATION, ATTACHMENT)).startsWith("https://files.example.com/files/" + CONVERSATION);
  }

  @Test
  void aWeakKeyIsNotAccepted() {
    var weak = AttachmentRoom.settings(folder, Map.of("link-key", "c2VjcmV0"));
    var noKey = AttachmentRoom.settings(folder, Map.of("link-key", "not base64"));

    assertThatThrownBy(() -> LinkKey.of(weak, new SecureRandom())).hasMessageContaining("at least 32 bytes");
    assertThatThrownBy(() -> LinkKey.of(noKey, new SecureRandom())).hasMessageContaining("base64");
  }

  private boolean isGood(Instant now, ConversationId conversation, String attachment, String until, String signature) {
    return links(now).isGood(conversation, attachment, until, signature);
  }

  private FileLinks links(Instant now) {
    var settings = AttachmentRoom.settings(folder, Map.of());
    return new FileLinks(settings, LinkKey.of(settings, new SecureRandom()), clock(now));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
