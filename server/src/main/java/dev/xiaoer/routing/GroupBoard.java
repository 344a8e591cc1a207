package dev.xiaoer.routing;

/// How groups stand. Who follows a group's topic is told whenever something moves in it, and here at the beginning.
public interface GroupBoard {
  void tell(String desk, String group);
}
