package dev.xiaoer.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringBootVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the numbers were measured on and with.
final class Machine {

  private static final Set<String> NODE_PARTS = Set.of("ws", "ioredis", "socket.io",
      "@socket.io/redis-streams-adapter");

  private Machine() {}

  static Map<String, String> machine() throws IOException {
    var machine = new LinkedHashMap<String, String>();
    machine.put("processor", cpuModel() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
    machine.put("memory", memory());
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    return machine;
  }

  static Map<String, String> versions(Options options, String redis) throws IOException {
    var versions = new LinkedHashMap<String, String>();
    versions.put("Java", System.getProperty("java.vendor.version") + " " + Runtime.version());
    versions.put("Redis", redis);
    versions.put("Spring Boot", SpringBootVersion.getVersion());
    versions.put("Netty", library(io.netty.channel.Channel.class));
    versions.put("Lettuce", library(io.lettuce.core.RedisClient.class));
    versions.put("Node", said(options.node(), "--version"));
    JsonNode packages = JsonMapper.shared()
        .readTree(Files.readString(options.baselines().resolve("node/package.json")))
        .path("dependencies");
    NODE_PARTS.stream().sorted().forEach(part -> versions.put(part, packages.path(part).asString()));
    return versions;
  }

  private static String library(Class<?> type) {
    // The version stands in the jar's name: lettuce-core-7.5.2.RELEASE.jar.
    String jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getFileName().toString();
    return jar.replaceAll("^[a-z-]+-(?=\\d)|\\.jar$", "");
  }

  private static String cpuModel() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
      if (line.startsWith("model name")) {
        return line.substring(line.indexOf(':') + 1).trim();
      }
    }
    return System.getProperty("os.arch");
  }

  private static String memory() throws IOException {
    String total = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D", "");
    return Long.parseLong(total) / (1024 * 1024) + " GB";
  }

  private static String said(String... command) {
    try {
      return answer(command);
    } catch (IOException e) {
      return "none found";
    }
  }

  private static String answer(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
  }
}
