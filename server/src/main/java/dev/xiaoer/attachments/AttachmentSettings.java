package dev.xiaoer.attachments;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param enabled off means that the server refuses, whatever a page offers
/// @param folder where files lie; nodes of one desk share it
/// @param maxSize of one file
/// @param filesPerDay of one conversation, refused files counted
/// @param bytesPerDay of one conversation, refused files counted
/// @param maxPixels of one picture, told from its header, and of all pictures being copied at a time
/// @param maxFrames of one animation
/// @param parallel how many uploads a node takes at a time; more are told to come back
/// @param copyTime how long the copying of one picture may take
/// @param copyQueue how many pictures may wait to be copied; more are told to come back
/// @param scanTime how long the virus scanner may take
/// @param linkTime how long a link to a file is good
/// @param linkKey signs links: at least 32 bytes of base64. Without it a key is made once and kept in the folder
/// @param origin where files are fetched from, e.g. `https://files.example.com`; the main host then serves none
@ConfigurationProperties("desk.attachments")
public record AttachmentSettings(@DefaultValue("true") boolean enabled,
    @DefaultValue("data/attachments") Path folder,
    @DefaultValue("10MB") DataSize maxSize,
    @DefaultValue("20") int filesPerDay,
    @DefaultValue("50MB") DataSize bytesPerDay,
    @DefaultValue("40000000") int maxPixels,
    @DefaultValue("100") int maxFrames,
    @DefaultValue("32") int parallel,
    @DefaultValue("5s") Duration copyTime,
    @DefaultValue("16") int copyQueue,
    @DefaultValue("10s") Duration scanTime,
    @DefaultValue("5m") Duration linkTime,
    @Nullable String linkKey,
    @Nullable URI origin) {

  /// The endings of the names of what is taken.
  public static final List<String> TYPES = FileKind.extensions();

  public AttachmentSettings {
    if (maxSize.toBytes() < 1 || filesPerDay < 1 || bytesPerDay.toBytes() < 1 || maxPixels < 1 || maxFrames < 1) {
      throw new IllegalArgumentException("desk.attachments: sizes and numbers of files start at 1");
    }
    if (parallel < 1 || copyQueue < 1 || !isPositive(copyTime) || !isPositive(scanTime) || !isPositive(linkTime)) {
      throw new IllegalArgumentException("desk.attachments: parallel, the queue and the times must be more than 0");
    }
    if (origin != null && (origin.getScheme() == null || origin.getHost() == null)) {
      throw new IllegalArgumentException("desk.attachments.origin is a scheme and a host: https://files.example.com");
    }
  }

  private static boolean isPositive(Duration time) {
    return time.isPositive();
  }
}
