package dev.xiaoer.phrases.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.phrases.Phrase;
import dev.xiaoer.phrases.Phrases;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.text.StrictText;
import dev.xiaoer.text.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Everybody has the desk's, the own groups' and own phrases; who leads the desk changes those of desk and groups.
@RestController
@RequestMapping("/api/v1/phrases")
@Tag(name = "Phrases")
class PhraseController {

  private static final int LONGEST = 800;

  private final Phrases phrases;

  PhraseController(Phrases phrases) {
    this.phrases = phrases;
  }

  /// @param group whose agents have it; null unless it is a group's
  /// @param code letters and digits; may be empty, like the folder
  record Wording(
      Phrase.Scope scope,
      @Pattern(regexp = "[A-Za-z0-9_-]{1,36}") @Nullable String group,
      @Pattern(regexp = "[\\p{L}\\p{N}]{0,30}") String code,
      @Size(max = 2 * LONGEST) String text,
      @Pattern(regexp = "[^\\p{Cntrl}]{0,15}") String folder) {}

  record All(List<Shown> phrases) {}

  record Shown(
      String id,
      Phrase.Scope scope,
      @Nullable String group,
      String code,
      String text,
      String folder) {

    static Shown of(Phrase phrase) {
      return new Shown(phrase.id(), phrase.scope(), phrase.group(), phrase.code(), phrase.text(), phrase.folder());
    }
  }

  @GetMapping
  @Operation(summary = "The phrases at hand: the desk's, the own groups', the own")
  All list(@AuthenticationPrincipal StaffMember member) {
    return new All(phrases.ofDesk(member.desk()).stream()
        .filter(phrase -> phrase.isSeenBy(member))
        .map(Shown::of)
        .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Adds a phrase; for desk and groups only who leads the desk may")
  Shown add(@AuthenticationPrincipal StaffMember member, @Valid @RequestBody Wording wording) {
    return save(member, UUID.randomUUID().toString(), wording);
  }

  @PutMapping("/{id}")
  @Operation(summary = "Changes a phrase")
  Shown change(
      @AuthenticationPrincipal StaffMember member,
      @PathVariable String id,
      @Valid @RequestBody Wording wording) {
    return save(member, changeable(member, id).id(), wording);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Takes a phrase away")
  void remove(@AuthenticationPrincipal StaffMember member, @PathVariable String id) {
    phrases.remove(member.desk(), changeable(member, id).id());
  }

  private Phrase changeable(StaffMember member, String id) {
    Phrase phrase = phrases.find(member.desk(), id);
    if (phrase == null || !phrase.isSeenBy(member)) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return allowed(member, phrase);
  }

  private static Phrase allowed(StaffMember member, Phrase phrase) {
    if (!phrase.isChangedBy(member)) {
      throw new RefusedException(Refusal.FORBIDDEN);
    }
    return phrase;
  }

  private Shown save(StaffMember member, String id, Wording wording) {
    boolean ofGroup = wording.scope() == Phrase.Scope.GROUP;
    if (ofGroup == (wording.group() == null)) {
      throw new RefusedException(Refusal.INVALID);
    }
    String owner = wording.scope() == Phrase.Scope.OWN ? member.id() : null;
    var phrase = new Phrase(id, wording.scope(), wording.group(), owner, wording.code(), clean(wording.text()),
        wording.folder().strip());
    return switch (phrases.save(member.desk(), allowed(member, phrase))) {
      case DONE -> Shown.of(phrase);
      case CODE_TAKEN -> throw new RefusedException(Refusal.NAME_TAKEN);
      case FULL -> throw new RefusedException(Refusal.TOO_LARGE);
    };
  }

  private static String clean(String text) {
    return switch (StrictText.check(text)) {
      case Verdict.Refused(var code) -> throw new RefusedException(code);
      case Verdict.Clean(var clean) when clean.codePointCount(0, clean.length()) > LONGEST ->
        throw new RefusedException(Refusal.TEXT_TOO_LONG);
      case Verdict.Clean(var clean) -> clean;
    };
  }
}
