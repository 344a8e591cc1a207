package dev.xiaoer;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleWallsTest {

  /// Each room touches only the rooms its door plate names, only what they show, and never in a circle.
  @Test
  void everyRoomTouchesOnlyWhatItsDoorPlateNames() {
    ApplicationModules.of(DeskApplication.class).verify();
  }
}
