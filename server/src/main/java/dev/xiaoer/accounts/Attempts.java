package dev.xiaoer.accounts;

import java.time.Duration;
import java.time.Instant;

/// Counts attempts to sign in before they are made: whoever tries many at once has them counted all the same.
interface Attempts {

  /// @return how long to wait; zero when the attempt may be made, which is counted now
  Duration begin(String name, String address, Instant now);

  /// The attempt was right: it counts no more, and the account's wrong ones neither.
  void succeeded(String name, String address);
}
