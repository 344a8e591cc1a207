package dev.xiaoer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps the table of settings in docs/operations.md true. With `-Dsettings.write=true` it is written.
class SettingsDocTest {

  private static final String BEGIN = "<!-- The table is written by SettingsDocTest. -->\n";
  private static final String END = "<!-- The end of the table. -->";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(desk\\.[a-z.-]+)");

  private final Path page = Settings.project().resolve("docs/operations.md");

  @Test
  void theTableSaysWhatTheCodeSays() throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    assertThat(end).as("the place of the table in %s", page).isGreaterThanOrEqualTo(begin);
    if (Boolean.getBoolean("settings.write")) {
      text = text.substring(0, begin) + table() + text.substring(end);
      Files.writeString(page, text);
      end = text.indexOf(END);
    }
    assertThat(text.substring(begin, end)).as("run this test with -Dsettings.write=true").isEqualTo(table());
  }

  @Test
  void everySettingSaysWhatItIsFor() throws IOException {
    assertThat(Settings.ofTheDesk()).hasSizeGreaterThan(50)
        .allSatisfy(setting -> assertThat(setting.words()).as(setting.name()).isNotBlank());
  }

  /// A setting read by a placeholder has no record; it is described in `additional-spring-configuration-metadata.json`.
  @Test
  void noSettingIsReadInSecret() throws IOException {
    var read = new TreeSet<String>();
    for (Path file : sources()) {
      PLACEHOLDER.matcher(Files.readString(file)).results().forEach(found -> read.add(found.group(1)));
    }
    assertThat(read).contains("desk.proxies");
    assertThat(Settings.names().toList()).containsAll(read);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Settings.project().resolve("server/src/main"))) {
      return files.filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".yml")).toList();
    }
  }

  private static String table() throws IOException {
    return Settings.ofTheDesk().stream()
        .map(setting -> "| `" + setting.name() + "` | " + setting.preset() + " | "
            + setting.words().replaceAll("\\s+", " ").replace("|", "\\|") + " |\n")
        .collect(Collectors.joining("", "| setting | default | what |\n|---|---|---|\n", ""));
  }
}
