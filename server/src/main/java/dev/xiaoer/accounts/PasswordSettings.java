package dev.xiaoer.accounts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a password costs. A change takes effect at each person's next sign-in.
///
/// @param memory in KiB; OWASP asks for at least 19 MiB
/// @param iterations OWASP asks for at least 2 with this memory
/// @param parallelism lanes of one hash
/// @param hashesAtOnce how many are computed at the same time: sign-ins cannot starve the node
/// @param hashesWaiting how many may wait for that; more are refused as TOO_MANY
@ConfigurationProperties("desk.passwords")
record PasswordSettings(
    @DefaultValue("32768") int memory,
    @DefaultValue("3") int iterations,
    @DefaultValue("1") int parallelism,
    @DefaultValue("2") int hashesAtOnce,
    @DefaultValue("64") int hashesWaiting) {

  PasswordSettings {
    if (memory < 19 * 1024 || iterations < 2 || parallelism < 1 || hashesAtOnce < 1 || hashesWaiting < 1) {
      throw new IllegalArgumentException("desk.passwords is weaker than memory 19456, iterations 2, parallelism 1");
    }
  }
}
