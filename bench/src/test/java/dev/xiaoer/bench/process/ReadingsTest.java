package dev.xiaoer.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReadingsTest {

  @Test
  void theCpuIsFoundBehindANameWithSpacesAndBrackets() throws IOException {
    String stat = "4242 (a (bad) name) S 1 2 3 4 5 6 7 8 9 10 150 25 0 0 20 0";
    assertThat(ProcStat.cpuMicros(stat)).isEqualTo(1_750_000);
  }

  @Test
  void theBenchItselfUsesCpuAndMemory() throws IOException {
    long self = ProcessHandle.current().pid();
    assertThat(ProcStat.cpuMicros(self)).isPositive();
    assertThat(ProcStat.residentBytes(self)).isGreaterThan(10_000_000);
  }

  @Test
  void theHeapIsReadFromWhatJcmdSays() throws IOException {
    String info = "4242:\n garbage-first heap   total reserved 2097152K, committed 65536K, used 13312K [0x0, 0x1)\n";
    assertThat(Jvm.heapUsedBytes(info)).isEqualTo(13_312L * 1024);
    assertThatThrownBy(() -> Jvm.heapUsedBytes("no such process")).isInstanceOf(IOException.class);
  }
}
