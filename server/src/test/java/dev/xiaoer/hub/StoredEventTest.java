package dev.xiaoer.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xiaoer.protocol.Author;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredEventTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "{\"type\":\"message.posted\",\"author\":\"buyer\",\"text\":\"在吗 \\\" {a b}\"}",
    "{\"type\":\"message.posted\",\"author\":\"agent:li\",\"text\":\"在的\"}",
    "{\"type\":\"message.posted\",\"author\":\"desk\",\"text\":\"客服忙\"}",
    "{\"type\":\"attachment.posted\",\"author\":\"buyer\",\"attachment\":{}}",
    "{\"type\":\"conversation.closed\",\"author\":\"agent:li\",\"ratingAsked\":true}",
    "{}"})
  void whatWasShortenedIsReadAsItWas(String event) {
    var topic = SimulatedDesk.topic(3);
    LogEntry read = StoredEvent.read(topic, 7, "ref-1 1700000000123 " + StoredEvent.shorten(event));
    assertThat(read).isEqualTo(new LogEntry(topic, 7, LogEntry.tail("ref-1", 1_700_000_000_123L, event)));
    assertThat(read.id()).isEqualTo("ref-1");
  }

  @Test
  void aMessageIsKeptWithoutItsUsualBeginning() {
    assertThat(StoredEvent.shorten("{\"type\":\"message.posted\",\"author\":\"buyer\",\"text\":\"a\"}"))
        .isEqualTo("b,\"text\":\"a\"}");
  }

  @Test
  void whatSomebodySaidIsToldByItsBeginningAndNobodyElsesIs() {
    String li = StoredEvent.shorten("{\"type\":\"message.posted\",\"author\":\"" + new Author.Agent("li").name() + '"');
    assertThat(StoredEvent.shorten("{\"type\":\"message.posted\",\"author\":\"agent:li\",\"text\":\"a\"}"))
        .startsWith(li);
    assertThat(StoredEvent.shorten("{\"type\":\"message.posted\",\"author\":\"agent:lin\",\"text\":\"a\"}"))
        .doesNotStartWith(li);
  }

  @Test
  void aLetterNobodyKnowsIsNotGuessedAt() {
    assertThatThrownBy(() -> StoredEvent.whole("x\"}")).hasMessage("no event begins with x");
  }
}
