package dev.xiaoer;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.ApplicationModule;

/// The rules of the house that can be read off the classes.
class HouseRulesTest {

  private static final JavaClasses HOUSE = new ClassFileImporter().importUrl(
      DeskApplication.class.getProtectionDomain().getCodeSource().getLocation());

  private static JavaClass outermost(JavaClass one) {
    return one.getEnclosingClass().map(HouseRulesTest::outermost).orElse(one);
  }

  private static DescribedPredicate<JavaClass> twinsOfAPort() {
    return describe("named Redis…", one -> outermost(one).getSimpleName().startsWith("Redis"));
  }

  @Test
  void onlyClassesNamedRedisTouchTheClientOfRedis() {
    noClasses().that(are(DescribedPredicate.not(twinsOfAPort()))).and().resideOutsideOfPackage("dev.xiaoer.redis..")
        .should().dependOnClassesThat().resideInAnyPackage("io.lettuce..", "org.springframework.data.redis..")
        .check(HOUSE);
  }

  @Test
  void theTwinOfAPortIsSeenInItsRoomOnly() {
    classes().that(are(twinsOfAPort())).and().resideOutsideOfPackage("dev.xiaoer.redis..").and().areTopLevelClasses()
        .should().notBePublic()
        .check(HOUSE);
  }

  @Test
  void controllersNeverTouchTheClientOfRedis() {
    noClasses().that().haveSimpleNameEndingWith("Controller")
        .should().dependOnClassesThat()
        .resideInAnyPackage("io.lettuce..", "org.springframework.data.redis..")
        .check(HOUSE);
  }

  @Test
  void controllersLiveInTheWebPackageOfTheirRoom() {
    classes().that().areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
        .should().resideInAnyPackage("dev.xiaoer..web", "dev.xiaoer.http")
        .check(HOUSE);
  }

  @Test
  void servletsAndSocketsAreSeenAtTheDoorsOnly() {
    noClasses().that().resideOutsideOfPackages("dev.xiaoer.gateway..", "dev.xiaoer.http..", "dev.xiaoer..web..")
        .should().dependOnClassesThat()
        .resideInAnyPackage("jakarta.servlet..", "jakarta.websocket..", "org.springframework.web..")
        .check(HOUSE);
  }

  @Test
  void theProtocolKnowsNothingButItself() {
    classes().that().resideInAPackage("dev.xiaoer.protocol..")
        .should().onlyDependOnClassesThat(describe("of the JDK, of itself, or plain annotations", one -> {
          String owner = one.getPackageName();
          return one.isPrimitive() || one.isArray() || owner.startsWith("java.")
              || owner.startsWith("dev.xiaoer.protocol")
              || owner.equals("com.fasterxml.jackson.annotation") || owner.equals("org.jspecify.annotations")
              || owner.equals("org.springframework.modulith");
        }))
        .check(HOUSE);
  }

  @Test
  void timeAndChanceComeInThroughTheConstructor() {
    noClasses().that().doNotBelongToAnyOf(DeskApplication.class)
        .should().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(Instant.class, "now")
        .orShould().callMethod(LocalDate.class, "now")
        .orShould().callMethod(LocalDateTime.class, "now")
        .orShould().callMethod(OffsetDateTime.class, "now")
        .orShould().callMethod(ZonedDateTime.class, "now")
        .orShould().callMethod(Clock.class, "systemUTC")
        .orShould().callMethod(Clock.class, "systemDefaultZone")
        .orShould().callMethod(Math.class, "random")
        .orShould().callConstructor(SecureRandom.class)
        .orShould().callConstructor(Random.class)
        .orShould().callConstructor(Random.class, long.class)
        .check(HOUSE);
  }

  @Test
  void onlyTheEmbeddedRedisStartsAProcess() {
    noClasses().that().resideOutsideOfPackage("dev.xiaoer.redis.embedded..")
        .should().dependOnClassesThat().areAssignableTo(ProcessBuilder.class)
        .orShould().callMethodWhere(describe("Runtime.exec",
            call -> call.getTargetOwner().isEquivalentTo(Runtime.class) && call.getName().equals("exec")))
        .check(HOUSE);
  }

  @Test
  void nobodySleeps() {
    noClasses().that().doNotHaveFullyQualifiedName("dev.xiaoer.gateway.Visits")
        .should().callMethodWhere(describe("sleep", call -> call.getName().equals("sleep")))
        .check(HOUSE);
  }

  @Test
  void everySettingIsRead() {
    classes().that().haveSimpleNameEndingWith("Settings")
        .should().beRecords().andShould().beAnnotatedWith(ConfigurationProperties.class)
        .check(HOUSE);
  }

  @Test
  void everyRoomHasADoorPlate() {
    Set<String> rooms = HOUSE.stream().map(JavaClass::getPackageName)
        .filter(name -> name.split("\\.").length == 3)
        .collect(Collectors.toSet());
    assertThat(rooms).isNotEmpty().allSatisfy(room -> assertThat(plate(room).isAnnotatedWith(ApplicationModule.class))
        .as("%s says which rooms it may touch", room).isTrue());
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> packages = HOUSE.stream().map(JavaClass::getPackageName)
        .filter(name -> !name.equals("dev.xiaoer"))
        .collect(Collectors.toSet());
    assertThat(packages).isNotEmpty().allSatisfy(one -> assertThat(plate(one).isAnnotatedWith(NullMarked.class))
        .as("%s is null-marked", one).isTrue());
  }

  private static JavaClass plate(String room) {
    return HOUSE.get(room + ".package-info");
  }

  /// A script touches one slot only if all its keys carry one tag: so a script spells no key of its own.
  @Test
  void noScriptSpellsATag() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/dev/xiaoer"))) {
      List<Path> scripts = files.filter(file -> file.toString().endsWith(".lua")).toList();
      assertThat(scripts).hasSizeGreaterThan(20).allSatisfy(
          script -> assertThat(Files.readString(script)).as("%s", script).doesNotContainPattern("['\"]\\{[a-z]+:"));
    }
  }
}
