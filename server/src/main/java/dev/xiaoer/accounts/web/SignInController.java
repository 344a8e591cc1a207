package dev.xiaoer.accounts.web;

import dev.xiaoer.accounts.SignIn;
import dev.xiaoer.accounts.SignOuts;
import dev.xiaoer.accounts.SocketTickets;
import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.http.CallerAddress;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Signing in")
class SignInController {

  private final SignIn signIn;
  private final SignOuts signOuts;
  private final SocketTickets tickets;
  private final StaffMembers members;
  private final StaffSessions sessions;

  SignInController(
      SignIn signIn,
      SignOuts signOuts,
      SocketTickets tickets,
      StaffMembers members,
      StaffSessions sessions) {
    this.signIn = signIn;
    this.signOuts = signOuts;
    this.tickets = tickets;
    this.members = members;
    this.sessions = sessions;
  }

  record Credentials(@NotBlank @Size(max = 64) String name, @NotBlank @Size(max = 256) String password) {}

  record NewPassword(@NotBlank @Size(max = 256) String current, @NotBlank @Size(max = 256) String next) {}

  /// @param ticket the first frame of the socket shows it; good once, for 30 s
  record Ticket(String ticket) {}

  @PostMapping("/sign-in")
  @Operation(summary = "Begins a session; the cookie of an earlier one is replaced")
  Me signIn(@Valid @RequestBody Credentials shown, HttpServletRequest request) {
    SignIn.Outcome.Welcome welcome = welcome(signIn.attempt(shown.name(), shown.password(), caller(request)));
    sessions.begin(request, welcome.member(), welcome.epoch());
    return Me.of(welcome.member());
  }

  @PostMapping("/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ends all sessions of this person and closes their sockets")
  void signOut(@AuthenticationPrincipal StaffMember member, HttpServletRequest request) {
    sessions.end(request);
    signOuts.signOut(member.id());
  }

  @GetMapping("/me")
  @Operation(summary = "Who is signed in; asking keeps the session from becoming idle")
  Me me(@AuthenticationPrincipal StaffMember member) {
    return Me.of(member);
  }

  @PutMapping("/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Sets a new password and signs this person out everywhere")
  void changePassword(
      @AuthenticationPrincipal StaffMember member,
      @Valid @RequestBody NewPassword password,
      HttpServletRequest request) {
    welcome(signIn.attempt(member.name(), password.current(), caller(request)));
    members.changePassword(member.id(), password.next());
    sessions.end(request);
  }

  @PostMapping("/socket-ticket")
  @Operation(summary = "A one-use ticket for the hello of a staff socket")
  Ticket socketTicket(@AuthenticationPrincipal StaffMember member, HttpServletRequest request) {
    return new Ticket(tickets.issue(member, request.getSession().getId()));
  }

  private static SignIn.Outcome.Welcome welcome(SignIn.Outcome outcome) {
    return switch (outcome) {
      case SignIn.Outcome.Welcome welcome -> welcome;
      case SignIn.Outcome.Wrong _ -> throw new RefusedException(Refusal.CREDENTIALS_WRONG);
      case SignIn.Outcome.TooMany(var wait) -> throw new RefusedException(Refusal.TOO_MANY, wait);
    };
  }

  private static String caller(HttpServletRequest request) {
    return CallerAddress.of(request.getRemoteAddr());
  }
}
