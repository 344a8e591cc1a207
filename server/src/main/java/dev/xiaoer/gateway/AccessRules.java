package dev.xiaoer.gateway;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.springframework.http.HttpMethod;

/// The one table of who may come in where; the first line that fits decides, and what fits none is refused to
/// everybody. What is owned by somebody (a conversation, a file) is checked by the room besides.
final class AccessRules {

  private AccessRules() {}

  /// Behind the API's filters.
  static final List<AccessRule> API = List.of(
      rule(GET, "/api/v1/setup", Who.ANYBODY),
      rule(POST, "/api/v1/setup", Who.ANYBODY),
      rule(POST, "/api/v1/staff/sign-in", Who.ANYBODY),
      rule(POST, "/api/v1/staff/sign-out", Who.STAFF),
      rule(GET, "/api/v1/staff/me", Who.STAFF),
      rule(PUT, "/api/v1/staff/me/password", Who.STAFF),
      rule(GET, "/api/v1/staff/me/desk", Who.STAFF),
      rule(POST, "/api/v1/staff/socket-ticket", Who.STAFF),
      rule(GET, "/api/v1/seat", Who.STAFF),
      rule(GET, "/api/v1/seat/timeline", Who.STAFF),
      rule(PUT, "/api/v1/seat/settings", Who.STAFF),
      rule(GET, "/api/v1/desk/seats", Who.STAFF),
      rule(GET, "/api/v1/desk/agents/{id}/timeline", Who.LEADERS),
      rule(GET, "/api/v1/desk/time-requests", Who.LEADERS),
      rule(POST, "/api/v1/desk/time-requests/{id}/decision", Who.LEADERS),
      rule(GET, "/api/v1/staff", Who.ADMIN),
      rule(POST, "/api/v1/staff", Who.ADMIN),
      rule(PUT, "/api/v1/staff/{id}", Who.ADMIN),
      rule(PUT, "/api/v1/staff/{id}/password", Who.ADMIN),
      rule(POST, "/api/v1/staff/{id}/disable", Who.ADMIN),
      rule(GET, "/api/v1/desk/groups", Who.LEADERS),
      rule(PUT, "/api/v1/desk/groups/{group}/rules", Who.LEADERS),
      rule(PUT, "/api/v1/desk/members/{id}", Who.LEADERS),
      rule(GET, "/api/v1/shops", Who.ADMIN),
      rule(PUT, "/api/v1/shops/{id}", Who.ADMIN),
      rule(GET, "/api/v1/shops/{shop}/widget", Who.ANYBODY),
      rule(POST, "/api/v1/shops/{shop}/buyers", Who.ANYBODY),
      rule(GET, "/api/v1/shops/{shop}/products", Who.STAFF),
      rule(GET, "/api/v1/shops/{shop}/products/{id}", Who.BUYER),
      rule(PUT, "/api/v1/shops/{shop}/products/{id}", Who.ADMIN),
      rule(DELETE, "/api/v1/shops/{shop}/products/{id}", Who.ADMIN),
      rule(GET, "/api/v1/conversations/{conversation}/events", Who.BUYER_OR_STAFF),
      rule(GET, "/api/v1/conversations/{conversation}/recalled", Who.LEADERS),
      rule(POST, "/api/v1/conversations/{conversation}/reveals", Who.STAFF),
      rule(PUT, "/api/v1/shops/{shop}/orders/{number}", Who.ADMIN),
      rule(GET, "/api/v1/phrases", Who.STAFF),
      rule(POST, "/api/v1/phrases", Who.STAFF),
      rule(PUT, "/api/v1/phrases/{id}", Who.STAFF),
      rule(DELETE, "/api/v1/phrases/{id}", Who.STAFF),
      rule(GET, "/api/v1/forbidden-phrases", Who.STAFF),
      rule(PUT, "/api/v1/forbidden-phrases", Who.LEADERS),
      rule(GET, "/api/v1/desk/conversations", Who.STAFF),
      rule(GET, "/api/v1/desk/transfers", Who.STAFF),
      rule(GET, "/api/v1/desk/registrations", Who.STAFF),
      rule(POST, "/api/v1/desk/registrations", Who.STAFF),
      rule(POST, "/api/v1/desk/registrations/{id}/done", Who.STAFF),
      rule(POST, "/api/v1/desk/registrations/{id}/contact", Who.STAFF),
      rule(GET, "/api/v1/desk/replies", Who.LEADERS),
      rule(PUT, "/api/v1/desk/replies", Who.LEADERS),
      rule(POST, "/api/v1/desk/replies/try", Who.LEADERS),
      rule(GET, "/api/v1/conversations/{conversation}/suggestions", Who.STAFF),
      rule(GET, "/api/v1/conversations/{conversation}/buyer", Who.STAFF),
      rule(POST, "/api/v1/conversations/{conversation}/attachments", Who.BUYER_OR_STAFF),
      rule(GET, "/api/v1/conversations/{conversation}/attachments/{attachment}/link", Who.BUYER_OR_STAFF),
      rule(GET, "/api/v1/demo", Who.ANYBODY),
      rule(POST, "/api/v1/demo/identity", Who.ANYBODY));

  /// Pages, their files, and the sockets, which ask for a token or ticket in their first frame.
  static final List<AccessRule> PAGES = List.of(
      rule(GET, "/ws/buyer", Who.ANYBODY),
      rule(GET, "/ws/staff", Who.ANYBODY),
      rule(GET, "/", Who.ANYBODY),
      rule(GET, "/index.html", Who.ANYBODY),
      rule(GET, "/files/**", Who.ANYBODY), // by signed link
      rule(GET, "/actuator/**", Who.ANYBODY), // served on its own loopback port only
      rule(GET, "/favicon.ico", Who.ANYBODY),
      rule(GET, "/favicon.svg", Who.ANYBODY),
      rule(GET, "/assets/**", Who.ANYBODY),
      rule(GET, "/console/**", Who.ANYBODY),
      rule(GET, "/demo/**", Who.ANYBODY),
      rule(GET, "/widget/**", Who.ANYBODY),
      rule(GET, "/api-docs/**", Who.ANYBODY));

  /// What is asked without any cookie's help: the right to it is in the body or in the Authorization header, which no
  /// foreign page can make a browser send along.
  static final List<AccessRule> WITHOUT_CSRF = List.of(
      rule(POST, "/api/v1/setup", Who.ANYBODY),
      rule(POST, "/api/v1/shops/{shop}/buyers", Who.ANYBODY),
      rule(POST, "/api/v1/demo/identity", Who.ANYBODY));

  private static AccessRule rule(HttpMethod method, String path, Who who) {
    return new AccessRule(method, path, who);
  }
}
