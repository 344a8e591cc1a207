package dev.xiaoer.bench.dialect;

/// What a [Talk] may do with its socket, and what it reports of it. All on the generator's one thread.
public interface Line {

  void send(String text);

  /// Calls [Talk#again] after this time, if the socket is still open.
  void againAfter(long millis);

  /// Signed in, and whatever is said from here on is heard.
  void ready();

  void acknowledged(int phase, int number);

  void delivered(int phase, int number);

  /// The server said no. The words are kept for the report.
  void refused(String words);
}
