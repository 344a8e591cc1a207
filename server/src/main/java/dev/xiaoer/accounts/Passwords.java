package dev.xiaoer.accounts;

import dev.xiaoer.accounts.WeakPasswordException.Weakness;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id, computed by a few threads of its own: whatever sign-ins arrive, the node keeps its other cores and a
/// known amount of memory.
@Component
class Passwords implements DisposableBean {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Argon2PasswordEncoder argon2;
  private final ThreadPoolExecutor pool;
  private final CommonPasswords common;
  /// Checked when there is no such account, so that the answer takes as long as for one.
  private final String nobodys;

  Passwords(PasswordSettings settings) {
    this.argon2 = new Argon2PasswordEncoder(
        SALT_BYTES,
        HASH_BYTES,
        settings.parallelism(),
        settings.memory(),
        settings.iterations());
    this.pool = new ThreadPoolExecutor(
        settings.hashesAtOnce(),
        settings.hashesAtOnce(),
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(settings.hashesWaiting()),
        Thread.ofPlatform().name("passwords-", 0).daemon().factory());
    this.common = CommonPasswords.load();
    this.nobodys = compute(() -> argon2.encode("nobody signs in with this"));
  }

  /// @param signInName may not be part of the password
  /// @throws WeakPasswordException when it is refused
  /// @throws RejectedExecutionException when too many are waiting
  String hash(String signInName, String password) {
    Weakness weakness = weakness(signInName, password);
    if (weakness != null) {
      throw new WeakPasswordException(weakness);
    }
    return compute(() -> argon2.encode(password));
  }

  /// @param hash what is kept of the right password; null when there is no account, which takes as long
  /// @throws RejectedExecutionException when too many are waiting
  boolean matches(String password, @Nullable String hash) {
    boolean same = compute(() -> argon2.matches(password, hash == null ? nobodys : hash));
    return same && hash != null;
  }

  /// @return a hash with today's parameters, or null when the one kept has them
  @Nullable
  String upgraded(String password, String hash) {
    return argon2.upgradeEncoding(hash) ? compute(() -> argon2.encode(password)) : null;
  }

  @Override
  public void destroy() {
    pool.shutdown();
  }

  private @Nullable Weakness weakness(String signInName, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Weakness.TOO_SHORT;
    }
    if (length > LONGEST) {
      return Weakness.TOO_LONG;
    }
    return common.contains(signInName, password) ? Weakness.TOO_COMMON : null;
  }

  private <T> T compute(Callable<T> hashing) {
    var task = new FutureTask<>(hashing);
    pool.execute(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a password's hash", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password could not be hashed", e.getCause());
    }
  }
}
