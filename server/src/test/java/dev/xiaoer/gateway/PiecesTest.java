package dev.xiaoer.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PiecesTest {

  @Test
  void piecesMakeAMessageAndTheNextBeginsAnother() {
    var pieces = new Pieces();
    assertThat(pieces.add("在", false)).isNull();
    assertThat(pieces.add("吗", true)).isNull();
    assertThat(pieces.take()).isEqualTo("在吗");
    assertThat(pieces.add("again", true)).isNull();
    assertThat(pieces.take()).isEqualTo("again");
  }

  @Test
  void tenBadFramesInAMinuteAreTooManyAndNineAMinuteAreNot() {
    var now = new AtomicLong();
    var badFrames = new BadFrames(now::get);
    for (int minute = 0; minute < 3; minute++) {
      assertThat(IntStream.range(0, 9).anyMatch(i -> badFrames.isLast())).isFalse();
      now.addAndGet(TimeUnit.MINUTES.toNanos(1));
    }
    assertThat(IntStream.range(0, 9).anyMatch(i -> badFrames.isLast())).isFalse();
    now.addAndGet(TimeUnit.SECONDS.toNanos(59));
    assertThat(badFrames.isLast()).isTrue();
  }
}
