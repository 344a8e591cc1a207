package dev.xiaoer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleWallsTest {

  /// Each room touches only the rooms its door plate names, only what they show, and never in a circle.
  @Test
  void everyRoomTouchesOnlyWhatItsDoorPlateNames() {
    // The library of replies is no room: its packages are its own affair.
    ApplicationModules.of(DeskApplication.class, resideInAPackage("dev.xiaoer.replies..")).verify();
  }
}
