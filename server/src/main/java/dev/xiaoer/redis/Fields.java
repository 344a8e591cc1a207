package dev.xiaoer.redis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A hash as Redis answers HGETALL inside a script: field, value, field, value.
public final class Fields {

  private Fields() {}

  public static Map<String, String> of(Object answer) {
    List<?> flat = (List<?>) answer;
    var fields = new HashMap<String, String>();
    for (int i = 0; i < flat.size(); i += 2) {
      fields.put((String) flat.get(i), (String) flat.get(i + 1));
    }
    return fields;
  }
}
