package dev.xiaoer.groups;

class TestRulesTest extends DeskRulesContract {

  private final TestRules rules = new TestRules();

  @Override
  DeskRules rules() {
    return rules;
  }
}
