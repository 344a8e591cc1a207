package dev.xiaoer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/// What a class path is made of, as the jars themselves say it.
final class Libraries {

  private Libraries() {}

  /// @param name `group:artifact` where Maven has left that in the jar, else the title in its manifest
  record Library(String name, String version) {}

  static List<Library> of(String classPath) throws IOException {
    var libraries = new ArrayList<Library>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar")) {
        libraries.addAll(of(Path.of(entry)));
      }
    }
    return libraries;
  }

  private static List<Library> of(Path path) throws IOException {
    var libraries = new ArrayList<Library>();
    try (var jar = new JarFile(path.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (entry.getName().endsWith("/pom.properties")) {
          libraries.add(byMaven(jar, entry)); // what was packed into the jar of another counts, too
        }
      }
      Manifest manifest = jar.getManifest();
      if (libraries.isEmpty() && manifest != null) {
        Attributes says = manifest.getMainAttributes();
        String title = first(says, "Implementation-Title", "Bundle-SymbolicName", "Automatic-Module-Name");
        String version = first(says, "Implementation-Version", "Bundle-Version");
        if (title != null && version != null) {
          libraries.add(new Library(title, version));
        }
      }
    }
    return libraries;
  }

  private static Library byMaven(JarFile jar, JarEntry entry) throws IOException {
    var says = new Properties();
    try (InputStream in = jar.getInputStream(entry)) {
      says.load(in);
    }
    return new Library(says.getProperty("groupId") + ":" + says.getProperty("artifactId"), says.getProperty("version"));
  }

  private static @Nullable String first(Attributes says, String... names) {
    return Arrays.stream(names).map(says::getValue).filter(value -> value != null).findFirst().orElse(null);
  }
}
