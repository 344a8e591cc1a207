package dev.xiaoer.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.protocol.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FileCopiesTest {

  private static final FileCopy.Made MADE = new FileCopy.Made(FileKind.PNG, 1, 1);

  @TempDir
  private Path folder;

  @Test
  void aCopyThatTakesTooLongIsRefusedAndToldToStop() throws InterruptedException {
    var stopped = new CountDownLatch(1);
    var endless = new Copy(1) {
      @Override
      public Answer make() throws IOException {
        await(stopped);
        throw new IOException("out of time");
      }

      @Override
      public void stop() {
        stopped.countDown();
      }
    };
    try (var copies = copies(Map.of("copy-time", "50ms"))) {
      assertThat(copies.run(endless)).isEqualTo(new FileCopy.Refused(Refusal.PICTURE_TOO_LARGE));
      assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(copies.run(new Copy(1))).isEqualTo(MADE);
    }
  }

  @Test
  void twoAreMadeAtATimeAFewWaitAndTheRestAreToldToComeBack() throws Exception {
    var open = new CountDownLatch(1);
    var begun = new Semaphore(0);
    var answered = new Semaphore(0);
    var most = new AtomicInteger();
    var now = new AtomicInteger();
    class Held extends Copy {
      Held() {
        super(1);
      }

      @Override
      public Answer make() {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        begun.release();
        await(open);
        now.decrementAndGet();
        return MADE;
      }
    }
    try (var copies = copies(Map.of("copy-queue", "3", "copy-time", "20s"));
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<FileCopy.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(senders.submit(() -> {
          FileCopy.Answer answer = copies.run(new Held());
          answered.release();
          return answer;
        }));
      }
      begun.acquire(2);
      // of the forty two are begun and three wait: so many are refused at once
      assertThat(answered.tryAcquire(35, 10, TimeUnit.SECONDS)).isTrue();
      open.countDown();

      int made = 0;
      for (Future<FileCopy.Answer> answer : answers) {
        made += answer.get().equals(MADE) ? 1 : 0;
      }
      assertThat(made).isEqualTo(5);
      assertThat(most).hasValue(2);
    }
  }

  @Test
  void twoPicturesThatTogetherAreTooLargeForTheMemoryAreMadeOneAfterTheOther() throws Exception {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    class Large extends Copy {
      Large() {
        super(60);
      }

      @Override
      public Answer make() {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        for (int i = 0; i < 100_000; i++) {
          Thread.onSpinWait(); // long enough for the other thread to come in, if it could
        }
        now.decrementAndGet();
        return MADE;
      }
    }
    try (var copies = copies(Map.of("max-pixels", "100"));
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<FileCopy.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        answers.add(senders.submit(() -> copies.run(new Large())));
      }
      for (Future<FileCopy.Answer> answer : answers) {
        assertThat(answer.get()).isEqualTo(MADE);
      }
      assertThat(most).hasValue(1);
    }
  }

  @Test
  void whateverADecoderStumblesIntoIsADamagedFile() {
    try (var copies = copies(Map.of())) {
      assertThat(copies.run(new Copy(1) {
        @Override
        public Answer make() {
          throw new ArrayIndexOutOfBoundsException(-7);
        }
      })).isEqualTo(new FileCopy.Refused(Refusal.FILE_DAMAGED));
    }
  }

  @Test
  void aFullDiskIsNotTheFilesFault() {
    try (var copies = copies(Map.of())) {
      assertThatThrownBy(() -> copies.run(new Copy(1) {
        @Override
        public Answer make() {
          throw new UncheckedIOException(new IOException("No space left on device"));
        }
      })).isInstanceOf(UncheckedIOException.class);
    }
  }

  private FileCopies copies(Map<String, String> settings) {
    return new FileCopies(AttachmentRoom.settings(folder, settings), new Sniffer());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static class Copy implements FileCopy {
    private final int pixels;

    Copy(int pixels) {
      this.pixels = pixels;
    }

    @Override
    public Weighed weigh() {
      return new Weight(pixels);
    }

    @Override
    public Answer make() throws IOException {
      return MADE;
    }

    @Override
    public void stop() {}
  }
}
