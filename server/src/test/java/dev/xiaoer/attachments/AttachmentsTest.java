package dev.xiaoer.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.attachments.AttachmentRecords.Allowance;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {

  private static final byte[] TEXT = "在吗".getBytes(UTF_8);

  @TempDir
  private Path folder;

  @Test
  void aFileIsKeptUnderARandomIdThatOnlyTheDeskCanRead() throws IOException {
    try (var room = room(Map.of())) {
      ForBuyer.Attachment taken = room.taken("../在吗.txt", "text/plain", TEXT);

      assertThat(taken.id()).matches("[A-Za-z0-9_-]{22}");
      assertThat(taken.name()).isEqualTo("在吗.txt");
      assertThat(room.kept(taken)).isEqualTo(TEXT);
      assertThat(room.attachments.find(AttachmentRoom.CONVERSATION, taken.id())).isEqualTo(taken);
      assertThat(room.files()).singleElement().satisfies(file -> {
        assertThat(file.getFileName()).hasToString(taken.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
      });
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }
  }

  @Test
  void aFileOfAnotherConversationIsNotFound() {
    try (var room = room(Map.of())) {
      ForBuyer.Attachment taken = room.taken("a.txt", "text/plain", TEXT);

      assertThat(room.attachments.find(new ConversationId("conversationBBBBBBBBBB"), taken.id())).isNull();
      assertThat(room.attachments.find(AttachmentRoom.CONVERSATION, "../../etc/passwd")).isNull();
    }
  }

  @Test
  void switchedOffMeansThatTheServerRefuses() throws IOException {
    try (var room = room(Map.of("enabled", "false"))) {
      assertThat(room.upload("a.png", "image/png", Samples.png())).isEqualTo(new Upload.Refused(Refusal.FILES_OFF));
      assertThat(room.files()).isEmpty();
    }
  }

  @Test
  void theTwentyFirstFileOfTheDayIsRefused() {
    try (var room = room(Map.of())) {
      for (int i = 0; i < 20; i++) {
        room.taken("a.txt", "text/plain", TEXT);
      }
      assertThat(room.upload("a.txt", "text/plain", TEXT)).isEqualTo(new Upload.Refused(Refusal.FILE_QUOTA));
    }
  }

  @Test
  void ofManyUploadsAtOnceNoMoreAreTakenThanTheDayAllows() throws Exception {
    try (var room = room(Map.of()); var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      var start = new CountDownLatch(1);
      List<Future<Upload>> uploads = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        uploads.add(senders.submit(() -> {
          start.await();
          return room.upload("a.txt", "text/plain", TEXT);
        }));
      }
      start.countDown();

      Set<String> ids = new HashSet<>();
      for (Future<Upload> upload : uploads) {
        switch (upload.get()) {
          case Upload.Taken(var attachment) -> ids.add(attachment.id());
          case Upload.Refused(Refusal code) -> assertThat(code).isIn(Refusal.FILE_QUOTA, Refusal.TOO_MANY);
        }
      }
      assertThat(ids).isNotEmpty().hasSizeLessThanOrEqualTo(20);
      assertThat(room.files()).hasSize(ids.size());
      assertThat(room.used().files()).isEqualTo(ids.size());
    }
  }

  @Test
  void aDamagedPictureUsesUpTheAllowanceButALieAboutTheTypeCostsNothing() {
    try (var room = room(Map.of())) {
      room.upload("a.png", "image/png", Samples.jpeg());
      assertThat(room.used()).isEqualTo(new Allowance(0, 0));

      byte[] bomb = Samples.pngWithHeader(65_535, 65_535);
      room.upload("a.png", "image/png", bomb);
      assertThat(room.used()).isEqualTo(new Allowance(1, bomb.length));
    }
  }

  @Test
  void aStreamIsReadNoFurtherThanAFileMayBeLong() {
    try (var room = room(Map.of("max-size", "100KB"))) {
      var endless = new InputStream() {
        long read;

        @Override
        public int read() {
          read++;
          return 'a';
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
          Arrays.fill(bytes, from, from + length, (byte) 'a');
          read += length;
          return length;
        }
      };
      assertThat(room.upload("a.txt", "text/plain", endless)).isEqualTo(new Upload.Refused(Refusal.FILE_TOO_LARGE));
      assertThat(endless.read).isLessThan(100 * 1024 + 16 * 1024 + 1);
    }
  }

  @Test
  void whenTheStoreFailsNothingIsLeftAndTheAllowanceIsGivenBack() {
    var deleted = new ArrayList<String>();
    var full = new AttachmentStore() {
      @Override
      public void put(String id, InputStream content) throws IOException {
        throw new IOException("No space left on device");
      }

      @Override
      public @Nullable InputStream open(String id) {
        return null;
      }

      @Override
      public void delete(String id) {
        deleted.add(id);
      }
    };
    try (var room = new AttachmentRoom(folder, new NoScanner(), AttachmentRoom.settings(folder, Map.of()), full)) {
      assertThatThrownBy(() -> room.upload("a.txt", "text/plain", TEXT)).isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("No space left");
      assertThat(deleted).hasSize(1);
      assertThat(room.used()).isEqualTo(new Allowance(0, 0));
    }
  }

  @Test
  void anInfectedFileIsRefusedAndCounted() throws IOException {
    AttachmentScanner finds = file -> Files.readString(file).contains("EICAR")
        ? AttachmentScanner.Verdict.INFECTED
        : AttachmentScanner.Verdict.NOTHING_FOUND;
    try (var room = new AttachmentRoom(folder, finds, Map.of())) {
      assertThat(room.upload("a.txt", "text/plain", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE".getBytes(UTF_8)))
          .isEqualTo(new Upload.Refused(Refusal.FILE_INFECTED));
      assertThat(room.files()).isEmpty();
      assertThat(room.used().files()).isEqualTo(1);
      room.taken("b.txt", "text/plain", TEXT);
    }
  }

  @Test
  void whileTheScannerIsDownNothingIsTakenAndNothingIsCounted() throws IOException {
    AttachmentScanner down = file -> {
      throw new IOException("connection refused");
    };
    try (var room = new AttachmentRoom(folder, down, Map.of())) {
      assertThat(room.upload("a.txt", "text/plain", TEXT)).isEqualTo(new Upload.Refused(Refusal.FILE_UNCHECKED));
      assertThat(room.files()).isEmpty();
      assertThat(room.used()).isEqualTo(new Allowance(0, 0));
    }
  }

  @Test
  void aScannerThatIsTooSlowIsInterrupted() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    AttachmentScanner slow = file -> {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
      return AttachmentScanner.Verdict.NOTHING_FOUND;
    };
    try (var room = new AttachmentRoom(folder, slow, Map.of("scan-time", "50ms"))) {
      assertThat(room.upload("a.txt", "text/plain", TEXT)).isEqualTo(new Upload.Refused(Refusal.FILE_UNCHECKED));
      interrupted.await();
    }
  }

  private AttachmentRoom room(Map<String, String> settings) {
    return new AttachmentRoom(folder, new NoScanner(), settings);
  }
}
