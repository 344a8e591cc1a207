package dev.xiaoer.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each check is shown a history that breaks it, and a sound one.
class CheckerTest {

  private static final String TOPIC = "c:0000000000000000000000:buyer";

  private long clock;
  private final History history = new History(() -> clock++);
  private final List<LoggedEvent> log = new ArrayList<>();

  private void says(String client, String ref, String text) {
    history.add(at -> new Fact.Invoke(at, client, TOPIC, ref, "message.posted", text, null, null));
  }

  private void agentSays(String agent, String ref, String text, long revision) {
    history.add(at -> new Fact.Invoke(at, agent, TOPIC, ref, "message.posted", text, agent, revision));
  }

  private void answered(String client, String ref, long seq) {
    history.add(at -> new Fact.Ok(at, client, TOPIC, ref, seq, ref));
  }

  private void logged(String ref, String type, String author, String body) {
    log.add(new LoggedEvent(log.size() + 1, ref, 1_000 + log.size(), type, author, body));
  }

  private void message(String ref, String text) {
    logged(ref, "message.posted", "buyer", text);
  }

  private void shows(String screen, long seq, String id) {
    history.add(at -> new Fact.Display(at, screen, TOPIC, seq, id));
  }

  private Checker checker() {
    return new Checker(history, new Logs(Map.of(TOPIC, log)));
  }

  private void finds(String check, String words) {
    assertThat(checker().violationsAtRest(Map.of())).isNotEmpty().first().satisfies(violation -> {
      assertThat(violation.check()).isEqualTo(check);
      assertThat(violation.toString()).contains(words);
    });
  }

  @Test
  void aSoundHistoryIsSound() {
    says("anna", "r1", "在吗");
    says("anna", "r2", "在?");
    answered("anna", "r1", 1);
    message("r1", "在吗");
    message("r2", "在?");
    logged("x", "conversation.assigned", "", "li");
    agentSays("li", "r3", "在的", 2);
    logged("r3", "message.posted", "agent:li", "在的");
    shows("phone", 1, "r1");
    shows("phone", 2, "r2");
    shows("phone", 3, "x");
    shows("phone", 4, "r3");
    assertThat(checker().violationsAtRest(Map.of("phone", TOPIC))).isEmpty();
  }

  @Test
  void whatWasAnsweredAndIsNotInTheLogIsFound() {
    says("anna", "r1", "在吗");
    answered("anna", "r1", 1);
    finds("C1", "not in the log at its seq");
  }

  @Test
  void aBodyThatWasChangedIsFound() {
    says("anna", "r1", "在吗");
    answered("anna", "r1", 1);
    message("r1", "不在");
    finds("C1", "something else than was answered");
  }

  @Test
  void whatNobodySaidIsFound() {
    message("r1", "在吗");
    finds("C2", "nobody asked for this");
  }

  @Test
  void aRefThatIsThereTwiceIsFound() {
    says("anna", "r1", "在吗");
    message("r1", "在吗");
    message("r1", "在吗");
    finds("C3", "the same ref");
  }

  @Test
  void aHoleInTheLogIsFound() {
    says("anna", "r1", "在吗");
    says("anna", "r3", "在?");
    message("r1", "在吗");
    log.add(new LoggedEvent(3, "r3", 2_000, "message.posted", "buyer", "在?"));
    finds("C3", "missing");
  }

  @Test
  void timeThatGoesBackIsFound() {
    says("anna", "r1", "在吗");
    says("anna", "r2", "在?");
    message("r1", "在吗");
    log.add(new LoggedEvent(2, "r2", 999, "message.posted", "buyer", "在?"));
    finds("C3", "time goes back");
  }

  @Test
  void aMessageThatOvertookAnotherIsFound() {
    says("anna", "r1", "在吗");
    says("anna", "r2", "在?");
    message("r2", "在?");
    message("r1", "在吗");
    finds("C4", "anna said the first before the second");
  }

  @Test
  void anAnswerThatCameBeforeAnotherBeganIsInFront() {
    says("anna", "r1", "在吗");
    answered("anna", "r1", 2);
    says("bo", "r2", "你好");
    message("r2", "你好");
    message("r1", "在吗");
    finds("C7", "answered before the other began");
  }

  @Test
  void aHoleOnAScreenIsFoundUnlessTheScreenWasToldToBeginAgain() {
    shows("phone", 1, "a");
    history.add(at -> new Fact.Resync(at, "phone", TOPIC));
    shows("phone", 5, "e");
    assertThat(checker().violations()).isEmpty();
    shows("phone", 7, "g");
    finds("C5", "a hole on a screen");
  }

  @Test
  void somethingShownTwiceIsFound() {
    shows("phone", 1, "a");
    shows("phone", 1, "a");
    finds("C5", "twice or too late");
  }

  @Test
  void aScreenThatHasLessOrMoreOrAnotherEventAtTheEndIsFound() {
    says("anna", "r1", "在吗");
    says("anna", "r2", "在?");
    message("r1", "在吗");
    message("r2", "在?");
    shows("less", 1, "r1");
    shows("other", 2, "r0");
    shows("more", 3, "r3");
    assertThat(checker().violationsAtRest(Map.of("less", TOPIC, "more", TOPIC, "other", TOPIC, "empty", TOPIC)))
        .extracting(Violation::what).containsExactlyInAnyOrder("empty has less than the log, which ends at 2",
            "less has less than the log, which ends at 2", "more has more than the log, which ends at 2",
            "a screen shows something else than the log");
  }

  @Test
  void anAgentWhoDoesNotOwnTheConversationIsFound() {
    logged("x", "conversation.assigned", "", "li");
    agentSays("wang", "r1", "您好", 2);
    logged("r1", "message.posted", "agent:wang", "您好");
    finds("C8", "another agent owns");
  }

  @Test
  void anAgentWhoseConversationWasPutBackIsFound() {
    logged("x", "conversation.assigned", "", "li");
    logged("y", "conversation.requeued", "", "");
    agentSays("li", "r1", "您好", 2);
    logged("r1", "message.posted", "agent:li", "您好");
    finds("C8", "nobody's conversation");
  }

  @Test
  void aRevisionThatWasNotInForceIsFound() {
    logged("x", "conversation.assigned", "", "li");
    logged("y", "conversation.requeued", "", "");
    logged("z", "conversation.assigned", "", "li");
    agentSays("li", "r1", "您好", 2);
    logged("r1", "message.posted", "agent:li", "您好");
    finds("C8", "a revision that was not in force (4)");
  }

  @Test
  void aMarkThatGoesBackIsFound() {
    history.add(at -> new Fact.Marked(at, "c", "buyer read", 5));
    history.add(at -> new Fact.Marked(at, "c", "buyer received", 4));
    history.add(at -> new Fact.Marked(at, "c", "buyer read", 3));
    finds("C12", "a mark goes back");
  }

  @Test
  void whatIsSaidAfterTheEndIsFound() {
    logged("x", "conversation.assigned", "", "li");
    logged("y", "conversation.closed", "agent:li", "");
    says("anna", "r1", "在吗");
    message("r1", "在吗");
    finds("C13", "goes on after its end");
  }

  /// Negative control: a note served under a buyer's topic, and a staff topic served to a buyer.
  @Test
  void aNoteThatABuyerCanReadIsFound() {
    history.add(at -> new Fact.Invoke(at, "li", TOPIC, "n1", "note.posted", "难缠", "li", null));
    logged("x", "conversation.assigned", "", "li");
    logged("n1", "note.posted", "agent:li", "难缠");
    shows("phone", 2, "n1");
    finds("C16", "a buyer can read this");
    assertThat(checker().violationsOnBuyersScreens(Set.of("phone"))).extracting(Violation::check)
        .containsExactly("C16");
    assertThat(checker().violationsOnBuyersScreens(Set.of())).isEmpty();
    history.add(at -> new Fact.Display(at, "phone", "c:0000000000000000000000:staff", 1, "n2"));
    assertThat(checker().violationsOnBuyersScreens(Set.of("phone"))).hasSize(2);
  }
}
