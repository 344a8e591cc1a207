package dev.xiaoer.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The secret that signs links. Nodes that share the files share it too, because it lies with them.
final class LinkKey {

  private static final int BYTES = 32;

  private LinkKey() {}

  static SecretKey of(AttachmentSettings settings, SecureRandom random) {
    String set = settings.linkKey();
    return new SecretKeySpec(set == null ? kept(settings.folder(), random) : decode(set), "HmacSHA256");
  }

  private static byte[] decode(String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      if (key.length >= BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("desk.attachments.link-key is not base64", e);
    }
    throw new IllegalStateException("desk.attachments.link-key must have at least 32 bytes: openssl rand -base64 32");
  }

  /// Of nodes that start together, the first one's key is everybody's: it is written whole beside its place, and a link
  /// to it can be made only once.
  private static byte[] kept(Path folder, SecureRandom random) {
    PrivateFiles.folder(folder);
    Path place = folder.resolve("link.key");
    try {
      if (!Files.exists(place)) {
        Path mine = folder.resolve("link.key." + AttachmentId.random(random));
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        try (FileChannel file = FileChannel.open(mine, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PrivateFiles.fileAttributes())) {
          file.write(ByteBuffer.wrap(key));
          file.force(true);
        }
        try {
          Files.createLink(place, mine);
        } catch (FileAlreadyExistsException another) {
          // another node was faster; its key is read below
        } finally {
          Files.delete(mine);
        }
      }
      byte[] key = Files.readAllBytes(place);
      if (key.length != BYTES) {
        throw new IllegalStateException(place + " is damaged; delete it, links of the last minutes become invalid");
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("the key for links to files cannot be kept; set desk.attachments.link-key", e);
    }
  }
}
