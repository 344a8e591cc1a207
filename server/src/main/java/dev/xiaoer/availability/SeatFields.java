package dev.xiaoer.availability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of a seat in the store, as they are after a decision.
record SeatFields(Map<String, String> set, List<String> cleared) {

  private SeatFields() {
    this(new HashMap<>(), new ArrayList<>());
  }

  /// @param asking the agent as they come in; null when nobody asks
  /// @param ref of the command, '' if there is none
  static SeatFields of(Seat seat, @Nullable Agent asking, String ref) {
    var fields = new SeatFields();
    fields.set.put("state", seat.state().name());
    fields.set.put("since", Long.toString(seat.since()));
    fields.put("until", seat.until());
    fields.put("reason", seat.reason());
    fields.put("away", seat.away());
    fields.put("granted", seat.granted().equals(Duration.ZERO) ? null : seat.granted().toMillis());
    fields.put("request", seat.request());
    fields.put("gone", seat.gone());
    if (asking != null) {
      fields.set.put("name", asking.name());
      fields.set.put("groups", String.join(",", asking.groups()));
      fields.set.put("cap", Integer.toString(asking.cap()));
    }
    if (!ref.isEmpty()) {
      fields.set.put("ref", ref);
    }
    return fields;
  }

  private void put(String field, @Nullable Object value) {
    if (value == null) {
      cleared.add(field);
    } else {
      set.put(field, value.toString());
    }
  }
}
