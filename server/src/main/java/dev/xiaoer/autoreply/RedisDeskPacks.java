package dev.xiaoer.autoreply;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.xiaoer.redis.RedisLink;
import dev.xiaoer.redis.Script;
import dev.xiaoer.replies.AutoReplies;
import dev.xiaoer.replies.RulePack;
import dev.xiaoer.replies.pack.InvalidPackException;
import dev.xiaoer.replies.pack.RulePacks;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/// Each node keeps the packs of the desks it serves, made ready. A change is told to all nodes; who missed the news reads
/// the pack again within a minute.
final class RedisDeskPacks implements DeskPacks, DisposableBean {

  private static final Logger LOG = System.getLogger(RedisDeskPacks.class.getName());
  private static final Script SAVE = Script.of(RedisDeskPacks.class, "save_pack");
  private static final Duration OLDEST = Duration.ofMinutes(1);
  private static final int MOST_DESKS = 1_000;

  private final RedisLink redis;
  private final String usual;
  private final Ready usualReady;
  private final AsyncLoadingCache<String, Version> packs;
  private final RedisLink.Subscription changes;

  private record Version(long number, Ready ready) {}

  RedisDeskPacks(RedisLink redis, Locale language) {
    this.redis = redis;
    this.usual = usual(language);
    try {
      this.usualReady = ready(usual);
      // the dictionary is read before the first buyer waits for it
      usualReady.replies().suggest("在吗", "", 1);
    } catch (InvalidPackException e) {
      throw new IllegalStateException("the pack that comes with the desk has mistakes: " + e.getMessage(), e);
    }
    this.packs = Caffeine.newBuilder().maximumSize(MOST_DESKS).refreshAfterWrite(OLDEST)
        .buildAsync((desk, _) -> load(desk));
    this.changes = redis.subscribe(ReplyKeys.CHANGED, this::changed);
    redis.onAvailability(this::missed);
  }

  /// What a desk says that has settled nothing: see the comments in the files.
  private static String usual(Locale language) {
    String name = "usual." + (language.getLanguage().equals("en") ? "en" : "zh-CN") + ".yaml";
    try (InputStream file = Objects.requireNonNull(RedisDeskPacks.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ready ready(String yaml) throws InvalidPackException {
    try {
      RulePack pack = RulePacks.read(new StringReader(yaml));
      return new Ready(pack, new AutoReplies(pack));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompletionStage<Ready> of(String desk) {
    return packs.get(desk).thenApply(Version::ready);
  }

  @Override
  public CompletionStage<Kept> find(String desk) {
    return redis.commands().hmget(ReplyKeys.pack(desk), "version", "yaml").thenApply(fields -> {
      String version = fields.get(0).getValueOrElse("");
      return version.isEmpty() ? new Kept(0, usual) : new Kept(Long.parseLong(version), fields.get(1).getValue());
    });
  }

  @Override
  public CompletionStage<@Nullable Kept> save(String desk, Kept wanted) {
    return redis.write(SAVE, List.of(ReplyKeys.pack(desk)), Long.toString(wanted.version()), wanted.yaml())
        .thenCompose(answer -> answer.getFirst().equals("SAVED")
            ? reread(desk).thenCompose(known -> redis.publish(ReplyKeys.CHANGED, desk))
                .thenApply(told -> new Kept(wanted.version() + 1, wanted.yaml()))
            : CompletableFuture.completedStage(null));
  }

  @Override
  public void destroy() {
    changes.close();
  }

  private void changed(String desk) {
    if (packs.getIfPresent(desk) != null) {
      var _ = reread(desk);
    }
  }

  /// Not by a refresh: that joins a reading already under way, which may have seen what was there before the change.
  private CompletableFuture<Version> reread(String desk) {
    CompletableFuture<Version> now = load(desk);
    packs.put(desk, now);
    return now;
  }

  /// While Redis was away there was nobody to tell of changes.
  private void missed(boolean available) {
    if (available) {
      packs.asMap().keySet().forEach(this::changed);
    }
  }

  private CompletableFuture<Version> load(String desk) {
    return find(desk).thenApplyAsync(kept -> version(desk, kept)).toCompletableFuture();
  }

  /// What was read without mistakes when it was kept may have some for another version of the desk.
  private Version version(String desk, Kept kept) {
    if (kept.version() == 0) {
      return new Version(0, usualReady);
    }
    try {
      return new Version(kept.version(), ready(kept.yaml()));
    } catch (InvalidPackException e) {
      LOG.log(Level.WARNING, "the rule pack of {0} cannot be read any more, the usual one speaks: {1}", desk,
          e.getMessage());
      return new Version(kept.version(), usualReady);
    }
  }
}
