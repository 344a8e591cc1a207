package dev.xiaoer.protocol;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FramesTypescriptTest {

  @Test
  void thePagesKnowTheFramesOfTheServer() throws IOException {
    ProtocolFiles.keepTrue(ProtocolFiles.typescript(), new FramesTypescript().write());
  }
}
