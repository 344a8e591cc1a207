package dev.xiaoer.json;

/// The strict mapper for tests that make many nodes. One for all: a mapper learns the form of each record anew, and that
/// takes longer than most of what a simulated node does.
public final class TestJson {

  public static final StrictJson STRICT = new StrictJson();

  private TestJson() {}
}
