package dev.xiaoer.replies;

/// What the desk says by itself. It is no person's answer: it ends no wait and counts in no figure of responses.
///
/// @param rule     its id, or that of an answer of the FAQ
/// @param wordedBy whose text it is
public record Reply(ReplyKind kind, String rule, String text, Level wordedBy) {

  /// Who is shown as its author, and never anybody else.
  public String author() {
    return "desk";
  }
}
