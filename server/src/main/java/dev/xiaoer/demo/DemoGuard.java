package dev.xiaoer.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Refuses to start a demo that others could reach, unless that was asked for.
@Component
@Profile("demo")
class DemoGuard {

  DemoGuard(@Value("${server.address:#{null}}") @Nullable String address, DemoSettings settings)
      throws UnknownHostException {
    if (!settings.reachable() && (address == null || !InetAddress.getByName(address).isLoopbackAddress())) {
      throw new PublicDemoException(address);
    }
  }

  static final class PublicDemoException extends RuntimeException {
    PublicDemoException(@Nullable String address) {
      super(
          "The demo's passwords are known to everybody, and server.address=" + (address == null ? "(all)" : address)
              + " can be reached from other machines. Set server.address=127.0.0.1, or start without the profile demo, "
              + "or set desk.demo.public=true if this is meant.");
    }
  }
}
