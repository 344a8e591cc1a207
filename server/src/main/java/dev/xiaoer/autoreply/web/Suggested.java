package dev.xiaoer.autoreply.web;

import dev.xiaoer.replies.Suggestion;

/// @param id of the FAQ's entry
/// @param score how much of both questions agrees, from 0 to 1
record Suggested(String id, String question, String answer, double score) {

  static Suggested of(Suggestion one) {
    return new Suggested(one.entry(), one.question(), one.answer(), one.score());
  }
}
