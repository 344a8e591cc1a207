package dev.xiaoer.gateway;

import dev.xiaoer.protocol.Frame;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.redis.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// Says no in the client's language. What is broken on our side is logged here, once.
final class Refusals {

  private static final Logger LOG = System.getLogger(Refusals.class.getName());
  /// How long a client should leave a store that does not answer alone.
  private static final long RETRY_AFTER_MS = 1_000;

  private final MessageSource words;
  private final Locale locale;

  Refusals(MessageSource words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  /// @param named what the words name
  Frame.Refused refused(@Nullable Ref ref, Refusal code, String... named) {
    String said = words.getMessage("refusal." + code.name(), named.length == 0 ? null : named, code.name(), locale);
    return new Frame.Refused(ref, code, said == null ? code.name() : said, code.retry(),
        code.retry() ? RETRY_AFTER_MS : null);
  }

  Frame.Refused failed(Ref ref, Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    if (cause instanceof StoreException store) {
      return refused(ref, switch (store.kind()) {
        case UNAVAILABLE -> Refusal.STORE_UNAVAILABLE;
        case NOT_DURABLE -> Refusal.STORE_NOT_DURABLE;
        case BROKEN -> logged(ref, cause);
      });
    }
    return refused(ref, logged(ref, cause));
  }

  private static Refusal logged(Ref ref, Throwable cause) {
    LOG.log(Level.ERROR, "command " + ref + " failed", cause);
    return Refusal.INTERNAL;
  }
}
