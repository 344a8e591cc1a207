package dev.xiaoer;

import dev.xiaoer.Libraries.Library;
import java.io.IOException;
import java.io.Reader;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/// `advisories.yaml`: the least version of a part that we run.
final class Advisories {

  private Advisories() {}

  /// @param part the name of a library, or how it begins, with `*` at the end
  record Advisory(String part, String least) {

    boolean isAbout(Library library) {
      return part.endsWith("*")
          ? library.name().startsWith(part.substring(0, part.length() - 1))
          : library.name().equals(part);
    }

    boolean isHeldBy(Library library) {
      return version(library.version()).compareTo(version(least)) >= 0;
    }

    /// The numbers in front; what follows (`.Final`, `.RELEASE/5728917`) makes nothing newer or older, but for a `-`
    /// (`-SNAPSHOT`, `-M1`), which comes before the release.
    private static Version version(String text) {
      return Version.parse(text.replaceFirst("^(\\d+(\\.\\d+)*)(-.*)?.*$", "$1$3"));
    }
  }

  static List<Advisory> all() throws IOException {
    try (Reader file = Files.newBufferedReader(Settings.project().resolve("advisories.yaml"))) {
      List<Map<String, String>> lines = new Yaml().load(file);
      return lines.stream().map(line -> new Advisory(line.get("part"), line.get("least"))).toList();
    }
  }

  /// What is wrong with these libraries: one that is too old, and an advisory that is about none of them, which guards
  /// nothing.
  static List<String> against(List<Library> libraries, List<Advisory> advisories) {
    return advisories.stream().flatMap(advisory -> {
      List<Library> meant = libraries.stream().filter(advisory::isAbout).toList();
      return meant.isEmpty()
          ? List.of(advisory.part() + " is not there").stream()
          : meant.stream().filter(library -> !advisory.isHeldBy(library))
              .map(library -> library.name() + " " + library.version() + " is older than " + advisory.least());
    }).toList();
  }
}
