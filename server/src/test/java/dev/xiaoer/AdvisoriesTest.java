package dev.xiaoer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.Advisories.Advisory;
import dev.xiaoer.Libraries.Library;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Nothing can be asked of the world while we build, so the least safe versions are checked in.
class AdvisoriesTest {

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir
  Path folder;

  @Test
  void versionsAreAboveTheFloor() throws IOException {
    List<Library> ours = Libraries.of(CLASS_PATH);
    assertThat(ours).hasSizeGreaterThan(100);
    assertThat(Advisories.all()).hasSizeGreaterThan(10);
    assertThat(Advisories.against(ours, Advisories.all())).isEmpty();
  }

  /// Negative control: jars as the makers of Tomcat, Lettuce and Netty make them, of last year.
  @Test
  void anOldJarOnTheClassPathIsFound() throws IOException {
    String planted = String.join(File.pathSeparator, CLASS_PATH,
        jar("tomcat.jar", "Implementation-Title: Apache Tomcat\nImplementation-Version: 11.0.2\n", ""),
        jar("core.jar", "Implementation-Title: spring-core\nImplementation-Version: 7.0.9\n", ""),
        jar("lettuce.jar", "", "groupId=io.lettuce\nartifactId=lettuce-core\nversion=6.8.1.RELEASE\n"),
        jar("shaded.jar", "Implementation-Title: ours\nImplementation-Version: 9\n",
            "groupId=io.netty\nartifactId=netty-handler\nversion=4.1.119.Final\n"));
    assertThat(Advisories.against(Libraries.of(planted), Advisories.all())).containsExactlyInAnyOrder(
        "Apache Tomcat 11.0.2 is older than 11.0.27", "spring-core 7.0.9 is older than 7.0.10",
        "io.lettuce:lettuce-core 6.8.1.RELEASE is older than 7.5.2",
        "io.netty:netty-handler 4.1.119.Final is older than 4.2.19");
  }

  @Test
  void anAdvisoryAboutNothingIsFound() {
    assertThat(Advisories.against(List.of(new Library("a", "1")), List.of(new Advisory("b", "1"))))
        .containsExactly("b is not there");
  }

  @ParameterizedTest
  @CsvSource({"4.1.2, true", "4.1.10, true", "4.2, true", "5, true", "4.1.2.Final, true", "4.1.2.RELEASE/5728917, true",
    "4.1.1, false", "4.1, false", "4.0.99, false", "3.9.9.Final, false", "4.1.2-SNAPSHOT, false", "4.1.3-M1, true"})
  void versionsAreComparedByTheirNumbers(String version, boolean held) {
    assertThat(new Advisory("a", "4.1.2").isHeldBy(new Library("a", version))).isEqualTo(held);
  }

  private String jar(String name, String manifest, String pom) throws IOException {
    Path file = folder.resolve(name);
    var says = new Manifest(
        new ByteArrayInputStream(("Manifest-Version: 1.0\n" + manifest).getBytes(StandardCharsets.UTF_8)));
    try (var jar = new JarOutputStream(Files.newOutputStream(file), says)) {
      if (!pom.isEmpty()) {
        jar.putNextEntry(new ZipEntry("META-INF/maven/g/a/pom.properties"));
        jar.write(pom.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file.toString();
  }
}
