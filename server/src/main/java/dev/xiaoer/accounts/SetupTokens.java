package dev.xiaoer.accounts;

/// Keeps the hash of the token that makes the first administrator.
interface SetupTokens {

  void keep(String tokenHash);
}
