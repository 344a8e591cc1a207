package dev.xiaoer.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What Linux tells of a process under `/proc`.
public final class ProcStat {

  /// USER_HZ, which Linux has kept at 100 towards user space on every architecture the bench runs on.
  private static final long MICROS_PER_TICK = 10_000;

  private ProcStat() {}

  /// CPU time used so far, in user mode and in the kernel for it, in µs.
  public static long cpuMicros(long pid) throws IOException {
    return cpuMicros(Files.readString(Path.of("/proc/" + pid + "/stat")));
  }

  static long cpuMicros(String stat) {
    // The name of the command may have spaces and brackets; the fields are counted behind it.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_PER_TICK;
  }

  /// Memory in RAM, in bytes.
  public static long residentBytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("no VmRSS of " + pid);
  }
}
