package dev.xiaoer.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerAddressTest {

  @Test
  void aHouseholdOfIpv6CountsAsOne() {
    assertThat(CallerAddress.of("2001:db8:1:2::1")).isEqualTo(CallerAddress.of("2001:db8:1:2:ffff::9"));
    assertThat(CallerAddress.of("2001:db8:1:2::1")).isNotEqualTo(CallerAddress.of("2001:db8:1:3::1"));
  }

  @Test
  void everyIpv4AddressCountsForItself() {
    assertThat(CallerAddress.of("192.0.2.1")).isNotEqualTo(CallerAddress.of("192.0.2.2"));
    assertThat(CallerAddress.of("::ffff:192.0.2.1")).isEqualTo(CallerAddress.of("192.0.2.1"));
  }
}
