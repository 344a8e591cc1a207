package dev.xiaoer.attachments;

import dev.xiaoer.protocol.ForBuyer;
import dev.xiaoer.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/// What became of an upload.
public sealed interface Upload {

  /// The file is kept and can be posted by its id.
  record Taken(ForBuyer.Attachment attachment) implements Upload {}

  record Refused(Refusal code) implements Upload {}

  /// What came along with the bytes, none of it believed.
  ///
  /// @param name what the sender calls the file
  /// @param type the media type the sender claims
  record Claim(@Nullable String name, @Nullable String type) {}
}
