package dev.xiaoer.accounts;

/// The password is too short, too long or too common.
public final class WeakPasswordException extends RuntimeException {

  private final Weakness weakness;

  WeakPasswordException(Weakness weakness) {
    super("the password is refused: " + weakness);
    this.weakness = weakness;
  }

  public Weakness weakness() {
    return weakness;
  }

  /// What is wrong with a password.
  public enum Weakness {
    TOO_SHORT, TOO_LONG, TOO_COMMON
  }
}
