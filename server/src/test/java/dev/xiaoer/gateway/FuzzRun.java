package dev.xiaoer.gateway;

import com.code_intelligence.jazzer.Jazzer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One run of the fuzzer in a JVM of its own, which it instruments. The same seeds, the same chance: the same frames.
///
/// @param said everything the fuzzer wrote
record FuzzRun(int exit, String said) {

  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");
  /// Where the machine is too busy for all of them, as many as there is time for.
  private static final int MOST_SECONDS = 20;
  private static final int HANGS_AFTER_SECONDS = 10;

  static FuzzRun of(Class<?> target, Path folder, int runs) throws IOException {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    int number = 0;
    for (String seed : FuzzSeeds.all().toList()) {
      Files.write(seeds.resolve("seed" + number++), seed.getBytes(StandardCharsets.UTF_8));
    }
    Path log = folder.resolve("log");
    Process process = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElseThrow(),
        "-Xmx512m", "-cp", System.getProperty("java.class.path"),
        Jazzer.class.getName(), "--target_class=" + target.getName(),
        "--instrumentation_includes=dev.xiaoer.**:tools.jackson.**", "--reproducer_path=" + folder,
        "-artifact_prefix=" + folder + File.separator, "-seed=1", "-runs=" + runs, "-max_total_time=" + MOST_SECONDS,
        "-timeout=" + HANGS_AFTER_SECONDS, "-rss_limit_mb=0", seeds.toString()))
        .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      return new FuzzRun(process.waitFor(), Files.readString(log, StandardCharsets.ISO_8859_1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  int executions() {
    Matcher done = DONE.matcher(said);
    return done.find() ? Integer.parseInt(done.group(1)) : 0;
  }
}
