package dev.xiaoer.accounts;

import dev.xiaoer.protocol.Frame;
import java.security.SecureRandom;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// A new installation has no account and no default password. Whoever reads the server's output may make the first
/// administrator, once.
@Service
public class FirstAdmin {

  private static final int CAP = 10;

  private final StaffAccounts accounts;
  private final SetupTokens tokens;
  private final Passwords passwords;
  private final StaffIds ids;
  private final Secrets secrets;

  FirstAdmin(
      StaffAccounts accounts,
      SetupTokens tokens,
      Passwords passwords,
      StaffIds ids,
      SecureRandom random) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.passwords = passwords;
    this.ids = ids;
    this.secrets = new Secrets(random);
  }

  /// @return a token that makes an earlier one void, or null when somebody has an account already
  @Nullable
  String nextToken() {
    if (!accounts.none()) {
      return null;
    }
    String token = secrets.next();
    tokens.keep(Secrets.hashed(token));
    return token;
  }

  public boolean isAwaited() {
    return accounts.none();
  }

  /// @return false when the token is wrong or used, or somebody has an account already
  /// @throws WeakPasswordException when the password is refused
  public boolean create(String token, String desk, String name, String displayName, String password) {
    if (!accounts.none()) {
      return false;
    }
    var admin = new StaffMember(ids.next(), desk, name, displayName, Frame.Role.ADMIN, Set.of(), CAP);
    return accounts.createFirst(admin, passwords.hash(name, password), Secrets.hashed(token));
  }
}
