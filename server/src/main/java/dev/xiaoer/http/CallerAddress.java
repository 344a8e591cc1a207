package dev.xiaoer.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Whom a limit by address counts as one: an IPv4 address, or the /64 of an IPv6 address, which is what one household or
/// server gets.
public final class CallerAddress {

  private static final int PREFIX_BYTES = 8;

  private CallerAddress() {}

  /// @param remoteAddress what the container says; behind trusted proxies already the last hop we do not trust
  public static String of(String remoteAddress) {
    return of(InetAddress.ofLiteral(remoteAddress));
  }

  public static String of(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "/64"
        : address.getHostAddress();
  }
}
