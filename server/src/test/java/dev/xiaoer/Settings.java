package dev.xiaoer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The settings that exist, as the compiler wrote them down beside the classes: ours and those of the parts we use.
final class Settings {

  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  private Settings() {}

  /// @param preset empty when there is none
  record Setting(String name, String preset, String words) {

    /// Two rooms may read the same setting; each says what it is to it.
    private Setting and(Setting other) {
      return new Setting(name, preset, words + "; " + other.words);
    }
  }

  /// Ours, by name.
  static List<Setting> ofTheDesk() throws IOException {
    var byName = new TreeMap<String, Setting>();
    for (JsonNode one : everything()) {
      if (one.path("name").stringValue("").startsWith("desk.")) {
        var setting = new Setting(one.path("name").stringValue(), one.path("defaultValue").asString(""),
            one.path("description").stringValue(""));
        byName.merge(setting.name(), setting, Setting::and);
      }
    }
    return List.copyOf(byName.values());
  }

  /// How every setting, ours or not, is spelled in the environment.
  static Set<String> inTheEnvironment() throws IOException {
    return everything().stream()
        .map(one -> one.path("name").stringValue("").replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static List<JsonNode> everything() throws IOException {
    var properties = new ArrayList<JsonNode>();
    for (URL url : Collections.list(DeskApplication.class.getClassLoader().getResources(METADATA))) {
      try (InputStream json = url.openStream()) {
        new JsonMapper().readTree(json).path("properties").forEach(properties::add);
      }
    }
    return properties;
  }

  /// The project's folder. Surefire names the module's; an IDE starts in it.
  static Path project() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
  }

  static Stream<String> names() throws IOException {
    return ofTheDesk().stream().map(Setting::name);
  }
}
