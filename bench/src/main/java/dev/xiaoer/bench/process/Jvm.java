package dev.xiaoer.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Java the bench itself runs on, which is also what its Java children run on.
public final class Jvm {

  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final int PATIENCE_S = 30;

  private Jvm() {}

  public static String java() {
    return ProcessHandle.current()
        .info()
        .command()
        .orElseThrow(() -> new IllegalStateException("this system does not tell which java runs the bench"));
  }

  /// Collects garbage twice: what the first round finds finalizable is gone after the second.
  public static void collect(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    jcmd(pid, "GC.run");
  }

  public static long heapUsedBytes(long pid) throws IOException, InterruptedException {
    return heapUsedBytes(jcmd(pid, "GC.heap_info"));
  }

  static long heapUsedBytes(String heapInfo) throws IOException {
    Matcher used = USED.matcher(heapInfo);
    if (!used.find()) {
      throw new IOException("no heap in: " + heapInfo);
    }
    return Long.parseLong(used.group(1)) * 1024;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    String jcmd = Path.of(java()).resolveSibling("jcmd").toString();
    Process process = new ProcessBuilder(jcmd, Long.toString(pid), command).redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("jcmd does not answer");
    }
    return answer;
  }
}
