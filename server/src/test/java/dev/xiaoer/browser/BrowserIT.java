package dev.xiaoer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Buyers and agents in real browsers at the packaged desk. What they do is written in web-console/e2e; here it becomes a
/// part of the build, which fails where there is no browser: nothing is skipped.
class BrowserIT {

  @TestFactory
  List<DynamicTest> peopleAtTheDesk() {
    BrowserRun run = BrowserRun.ofAll();
    List<BrowserCase> cases = run.cases();
    assertThat(cases).as(run.output()).isNotEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    for (BrowserCase one : cases) {
      tests.add(DynamicTest.dynamicTest(one.name(), () -> assertThat(one.trouble()).isEmpty()));
    }
    tests.add(DynamicTest.dynamicTest("and the run as a whole ends well",
        () -> assertThat(run.exit()).as(run.output()).isZero()));
    return tests;
  }
}
