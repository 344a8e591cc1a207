package dev.xiaoer.replies.command;

import dev.xiaoer.replies.text.Words;

/// The command line is not as it has to be.
final class UsageException extends Exception {

  private final String key;
  private final transient Object[] arguments;

  /// @param key of the message files
  UsageException(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = arguments;
  }

  String words(Words words) {
    return words.of(key, arguments);
  }
}
