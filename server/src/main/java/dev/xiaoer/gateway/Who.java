package dev.xiaoer.gateway;

/// Who may use a route.
enum Who {
  ANYBODY, BUYER, STAFF, BUYER_OR_STAFF, LEADERS, ADMIN;

  /// @return the roles of Spring Security; empty for anybody
  String[] roles() {
    return switch (this) {
      case ANYBODY -> new String[0];
      case BUYER -> new String[]{"BUYER"};
      case STAFF -> new String[]{"AGENT", "SUPERVISOR", "ADMIN"};
      case BUYER_OR_STAFF -> new String[]{"BUYER", "AGENT", "SUPERVISOR", "ADMIN"};
      case LEADERS -> new String[]{"SUPERVISOR", "ADMIN"};
      case ADMIN -> new String[]{"ADMIN"};
    };
  }
}
