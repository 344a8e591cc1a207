package dev.xiaoer.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/// The demo's desk with a Redis of its own, on free ports; one for all tests that ask for it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
  "desk.redis.data=target/desk/${random.uuid}",
  "desk.redis.timeout=10s",
  "management.server.port=0",
  "desk.sign-in.per-minute=100000",
  "desk.buyer-limits.admissions=100000",
  "desk.socket.per-address=100000",
  "desk.first-reply.kept=1ms",
  "desk.passwords.iterations=2",
  "desk.passwords.memory=19456"})
@ActiveProfiles("demo")
@Import(DeskClock.class)
public @interface WithDesk {}
