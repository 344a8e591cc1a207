package dev.xiaoer.attachments;

import dev.xiaoer.protocol.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/// Copies files on two threads of its own, so that a flood of pictures starves neither the sockets of a processor nor
/// the node of memory: what waits is bounded in number, what is being decoded in pixels, each copy in time.
///
/// Any thread may call.
final class FileCopies implements AutoCloseable {

  private static final int THREADS = 2;

  private final AttachmentSettings settings;
  private final Sniffer sniffer;
  private final ThreadPoolExecutor workers;
  private final ScheduledExecutorService watch = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("file-copy-watch").factory());
  private final Semaphore pixels;

  FileCopies(AttachmentSettings settings, Sniffer sniffer) {
    this.settings = settings;
    this.sniffer = sniffer;
    pixels = new Semaphore(settings.maxPixels(), true);
    workers = new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(settings.copyQueue()), Thread.ofPlatform().daemon().name("file-copy-", 1).factory());
    ImageIO.scanForPlugins(); // before the first picture waits for it
  }

  /// Waits until the copy is made, refused or out of time.
  FileCopy.Answer copy(FileKind kind, Path source, Path target) {
    return run(switch (kind) {
      case JPEG, PNG, WEBP -> new StillCopy(kind, source, target, settings.maxPixels());
      case GIF -> new GifCopy(source, target, settings.maxPixels(), settings.maxFrames());
      case PDF -> new PdfCopy(source, target);
      case TEXT -> new TextCopy(source, target, sniffer);
    });
  }

  FileCopy.Answer run(FileCopy copy) {
    var answer = new CompletableFuture<FileCopy.Answer>();
    try {
      workers.execute(() -> work(copy, answer));
    } catch (RejectedExecutionException full) {
      return new FileCopy.Refused(Refusal.TOO_MANY);
    }
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException ours) {
        throw ours;
      }
      throw e;
    }
  }

  private void work(FileCopy copy, CompletableFuture<FileCopy.Answer> answer) {
    try {
      switch (copy.weigh()) {
        case FileCopy.Weight(int weight) -> {
          int share = Math.min(weight, settings.maxPixels());
          pixels.acquire(share);
          try {
            makeInTime(copy, answer);
          } finally {
            pixels.release(share);
          }
        }
        case FileCopy.Refused refused -> answer.complete(refused);
      }
    } catch (UncheckedIOException | InterruptedException ours) {
      answer.completeExceptionally(ours);
    } catch (IOException | RuntimeException theirs) {
      // decoders answer nonsense with whatever exception they happen to stumble into
      answer.complete(new FileCopy.Refused(Refusal.FILE_DAMAGED));
    } catch (Throwable broken) {
      answer.completeExceptionally(broken);
      throw broken;
    }
  }

  private void makeInTime(FileCopy copy, CompletableFuture<FileCopy.Answer> answer) throws IOException {
    ScheduledFuture<?> end = watch.schedule(() -> {
      answer.complete(new FileCopy.Refused(Refusal.PICTURE_TOO_LARGE));
      copy.stop();
    }, settings.copyTime().toMillis(), TimeUnit.MILLISECONDS);
    try {
      answer.complete(copy.make());
    } finally {
      end.cancel(false);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    watch.shutdownNow();
  }
}
