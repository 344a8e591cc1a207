package dev.xiaoer.routing;

import java.util.Set;

/// Which desks there are to look after.
public interface Desks {
  Set<String> all();
}
