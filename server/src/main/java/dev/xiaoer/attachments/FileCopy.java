package dev.xiaoer.attachments;

import dev.xiaoer.protocol.Refusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The making of the file that is kept out of the one that was sent: nothing of a stranger's bytes is served unread.
interface FileCopy {

  /// How much of the worker's memory the copy needs, in pixels of four bytes; told without decoding.
  ///
  /// @throws IOException if the file is damaged
  Weighed weigh() throws IOException;

  /// @throws IOException if the file is damaged
  /// @throws java.io.UncheckedIOException if the copy cannot be written, which is not the file's fault
  Answer make() throws IOException;

  /// Asks a copy that is being made on another thread to give up soon.
  void stop();

  sealed interface Weighed {}

  sealed interface Answer {}

  record Weight(int pixels) implements Weighed {}

  /// @param width in pixels, for pictures
  /// @param height in pixels, for pictures
  record Made(FileKind kind, @Nullable Integer width, @Nullable Integer height) implements Answer {}

  record Refused(Refusal code) implements Weighed, Answer {}
}
