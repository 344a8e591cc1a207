package dev.xiaoer.replies;

/// An answer of the FAQ, offered to an agent.
///
/// @param question as the pack asks it
/// @param score    how much of both questions agrees, from 0 to 1
public record Suggestion(String entry, String question, String answer, double score) {}
