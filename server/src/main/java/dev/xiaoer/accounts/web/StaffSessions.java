package dev.xiaoer.accounts.web;

import dev.xiaoer.accounts.SignIn;
import dev.xiaoer.accounts.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// A session holds who signed in, in which epoch of the account, and when. Role and groups are read anew with every
/// request: what was taken from somebody is gone at once, and nothing but texts and numbers lies in the session.
@Component
class StaffSessions implements SecurityContextRepository {

  private static final String STAFF = "staff";
  private static final String EPOCH = "epoch";
  private static final String SINCE = "since";

  private final SignIn signIn;
  private final SessionSettings settings;
  private final Clock clock;

  StaffSessions(SignIn signIn, SessionSettings settings, Clock clock) {
    this.signIn = signIn;
    this.settings = settings;
    this.clock = clock;
  }

  /// Begins a session under a new id; one that was there is gone.
  void begin(HttpServletRequest request, StaffMember member, long epoch) {
    end(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(STAFF, member.id());
    session.setAttribute(EPOCH, Long.toString(epoch));
    session.setAttribute(SINCE, clock.instant().toString());
  }

  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  @Override
  @SuppressWarnings("deprecation") // of its two forms, the one that the interface asks for
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    HttpSession session = holder.getRequest().getSession(false);
    StaffMember member = session == null ? null : member(session);
    if (member == null) {
      return new SecurityContextImpl();
    }
    var role = new SimpleGrantedAuthority("ROLE_" + member.role());
    return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(member, null, List.of(role)));
  }

  @Override
  public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // What a session holds is written when it begins and never changes.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(STAFF) != null;
  }

  private @Nullable StaffMember member(HttpSession session) {
    if (!(session.getAttribute(STAFF) instanceof String id)
        || !(session.getAttribute(EPOCH) instanceof String epoch)
        || !(session.getAttribute(SINCE) instanceof String since)) {
      return null;
    }
    boolean tooOld = clock.instant().isAfter(Instant.parse(since).plus(settings.longest()));
    StaffMember member = tooOld ? null : signIn.stillSignedIn(id, Long.parseLong(epoch));
    if (member == null) {
      session.invalidate();
    }
    return member;
  }
}
