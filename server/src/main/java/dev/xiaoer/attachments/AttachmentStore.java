package dev.xiaoer.attachments;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Where the bytes of files lie, by random id. What a file is called and who may see it is none of the store's business.
public interface AttachmentStore {

  /// Keeps everything the stream has; when this returns, it is on disk. An id is used once.
  void put(String id, InputStream content) throws IOException;

  /// @return the bytes, to be closed by the caller; null if there is no such file
  @Nullable
  InputStream open(String id) throws IOException;

  /// Deletes the file; it is fine if there is none.
  void delete(String id) throws IOException;
}
