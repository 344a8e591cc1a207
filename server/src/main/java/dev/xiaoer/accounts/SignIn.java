package dev.xiaoer.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Signing in with name and password. An unknown name, a disabled account and a wrong password are answered with the
/// same words after the same time.
@Service
public class SignIn {

  private static final Duration POOL_IS_FULL = Duration.ofSeconds(5);

  private final StaffAccounts accounts;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Clock clock;

  SignIn(StaffAccounts accounts, Passwords passwords, Attempts attempts, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
    this.clock = clock;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// @param epoch belongs into the session; see [#stillSignedIn]
    record Welcome(StaffMember member, long epoch) implements Outcome {}

    record Wrong() implements Outcome {}

    record TooMany(Duration retryAfter) implements Outcome {}
  }

  /// @param address whom attempts are counted for
  public Outcome attempt(String name, String password, String address) {
    Duration wait = attempts.begin(name, address, clock.instant());
    if (!wait.isZero()) {
      return new Outcome.TooMany(wait);
    }
    try {
      return check(name, password, address);
    } catch (RejectedExecutionException e) {
      return new Outcome.TooMany(POOL_IS_FULL);
    }
  }

  /// Whether a session of this epoch is still good.
  ///
  /// @return the member as of now, or null
  public @Nullable StaffMember stillSignedIn(String id, long epoch) {
    StaffAccount account = accounts.account(id);
    return account != null && !account.disabled() && account.epoch() == epoch ? account.member() : null;
  }

  private Outcome check(String name, String password, String address) {
    StaffAccount account = accounts.accountNamed(name);
    String hash = account == null || account.disabled() ? null : account.password();
    if (!passwords.matches(password, hash) || account == null) {
      return new Outcome.Wrong();
    }
    attempts.succeeded(name, address);
    String upgraded = passwords.upgraded(password, account.password());
    if (upgraded != null) {
      accounts.rehash(account.member().id(), account.password(), upgraded);
    }
    return new Outcome.Welcome(account.member(), account.epoch());
  }
}
