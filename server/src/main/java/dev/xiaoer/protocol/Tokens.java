package dev.xiaoer.protocol;

/// The alphabet of ids and names on the wire. No pattern: ids are checked on the hot path.
final class Tokens {

  private Tokens() {}

  static boolean isToken(String value, int shortest, int longest) {
    int length = value.length();
    if (length < shortest || length > longest) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!isTokenCharacter(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
