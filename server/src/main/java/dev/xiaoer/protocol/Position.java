package dev.xiaoer.protocol;

/// The last event a client has of a topic.
///
/// @param seq its number in the topic, from 1
/// @param id its id: a log that lost data has another event, or none, at this seq
public record Position(long seq, String id) {

  public Position {
    Seqs.check(seq);
  }
}
