package dev.xiaoer.attachments;

import dev.xiaoer.protocol.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the virus scanner, but not for ever. A scanner that is down or slow lets nothing pass.
final class ScanInTime implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ScanInTime.class);

  private final AttachmentScanner scanner;
  private final Duration limit;
  private final ExecutorService threads = Executors
      .newThreadPerTaskExecutor(Thread.ofVirtual().name("virus-scan").factory());

  ScanInTime(AttachmentScanner scanner, Duration limit) {
    this.scanner = scanner;
    this.limit = limit;
  }

  /// @return why the file is not taken; null if it may be
  @Nullable
  Refusal scan(Path file) throws InterruptedException {
    Future<AttachmentScanner.Verdict> answer = threads.submit(() -> scanner.scan(file));
    try {
      return switch (answer.get(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        case NOTHING_FOUND -> null;
        case INFECTED -> Refusal.FILE_INFECTED;
      };
    } catch (TimeoutException e) {
      log.warn("the virus scanner did not answer within {}", limit);
      return Refusal.FILE_UNCHECKED;
    } catch (ExecutionException e) {
      log.warn("the virus scanner cannot tell", e.getCause());
      return Refusal.FILE_UNCHECKED;
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
