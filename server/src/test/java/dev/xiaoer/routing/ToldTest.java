package dev.xiaoer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTest {

  @ParameterizedTest
  @CsvSource({"1, 1, true", "2, 1, false", "20, 19, false", "21, 20, true", "40, 39, true", "40, 38, false",
    "40, 42, false", "10000, 9501, true", "10000, 9500, false", "0, 0, true", "0, 3, false", "3, 0, false"})
  void nearTheFrontEachStepIsNewsAndFarBackATwentiethOfTheWay(int before, int now, boolean holds) {
    assertThat(new Told(before, true).stillHolds(new Told(now, true))).isEqualTo(holds);
  }

  @Test
  void thatSomebodyHasComeOrNobodyIsLeftIsNewsForEverybody() {
    assertThat(new Told(900, false).stillHolds(new Told(900, true))).isFalse();
    assertThat(new Told(900, true).stillHolds(new Told(900, false))).isFalse();
  }
}
