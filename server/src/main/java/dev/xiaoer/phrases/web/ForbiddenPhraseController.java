package dev.xiaoer.phrases.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.phrases.ForbiddenPhrases;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.text.StrictText;
import dev.xiaoer.text.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Everybody at the desk may read what must not be said; who leads the desk says it.
@RestController
@RequestMapping("/api/v1/forbidden-phrases")
@Tag(name = "Phrases")
class ForbiddenPhraseController {

  private final ForbiddenPhrases forbidden;

  ForbiddenPhraseController(ForbiddenPhrases forbidden) {
    this.forbidden = forbidden;
  }

  record All(@Size(max = 2_000) List<@NotBlank @Size(max = 50) String> phrases) {}

  @GetMapping
  @Operation(summary = "What the staff must not say")
  CompletionStage<All> list(@AuthenticationPrincipal StaffMember member) {
    return forbidden.ofDesk(member.desk()).thenApply(All::new);
  }

  @PutMapping
  @Operation(summary = "Replaces all of them; agents are held to it within two seconds")
  CompletionStage<All> replace(@AuthenticationPrincipal StaffMember leader, @Valid @RequestBody All wanted) {
    List<String> phrases = wanted.phrases().stream().map(ForbiddenPhraseController::clean).distinct().toList();
    return forbidden.replace(leader.desk(), phrases).thenApply(done -> new All(phrases));
  }

  private static String clean(String phrase) {
    return switch (StrictText.check(phrase.strip())) {
      case Verdict.Refused(var code) -> throw new RefusedException(code);
      case Verdict.Clean(var clean) when clean.indexOf('\n') >= 0 -> throw new RefusedException(Refusal.BAD_TEXT);
      case Verdict.Clean(var clean) -> clean;
    };
  }
}
