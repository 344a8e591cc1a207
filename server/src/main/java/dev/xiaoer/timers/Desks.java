package dev.xiaoer.timers;

import java.util.Set;

/// Which desks there are to look after.
public interface Desks {
  Set<String> all();
}
