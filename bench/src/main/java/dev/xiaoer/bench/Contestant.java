package dev.xiaoer.bench;

import dev.xiaoer.bench.dialect.BareDialect;
import dev.xiaoer.bench.dialect.DeskAccess;
import dev.xiaoer.bench.dialect.DeskDialect;
import dev.xiaoer.bench.dialect.Dialect;
import dev.xiaoer.bench.dialect.SocketIoDialect;
import dev.xiaoer.bench.dialect.StompDialect;
import dev.xiaoer.bench.process.Jvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The servers that are compared.
public enum Contestant {
  /// The product, with all its guarantees.
  DESK,
  /// A bare Spring `WebSocketHandler`, tuned.
  SPRING,
  /// Raw Netty on one event loop.
  NETTY,
  /// Node `ws`.
  WS,
  /// Socket.IO 4 with its Redis streams adapter.
  SOCKETIO,
  /// Spring STOMP with the simple broker.
  STOMP;

  /// Room for ten thousand sockets of the greediest, and the headers the desk is run with; the same for every JVM.
  private static final List<String> HEAP = List.of("-Xms64m", "-Xmx2g", "-XX:+UseG1GC",
      "-XX:+UseCompactObjectHeaders");

  /// As it is written in options and in the JSON.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Contestant of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  public boolean isJvm() {
    return switch (this) {
      case DESK, SPRING, NETTY, STOMP -> true;
      case WS, SOCKETIO -> false;
    };
  }

  /// @param bytes how long a message is at least; only the desk heeds it
  Dialect dialect(Options options, int bytes) {
    return switch (this) {
      case DESK -> new DeskDialect(new DeskAccess(options.password()), bytes);
      case SPRING, NETTY, WS -> new BareDialect();
      case SOCKETIO -> new SocketIoDialect();
      case STOMP -> new StompDialect();
    };
  }

  List<String> command(Options options, int port, int redisPort, String fsync) {
    return switch (this) {
      case DESK -> desk(options, port, redisPort, fsync);
      case SPRING -> java(
          List.of("-Dorg.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE=1024"),
          "dev.xiaoer.bench.baseline.SpringServer", port, redisPort);
      case NETTY -> java(List.of(), "dev.xiaoer.bench.baseline.NettyServer", port, redisPort);
      case STOMP -> java(List.of(), "dev.xiaoer.bench.baseline.StompServer", port, redisPort);
      case WS -> node(options, "ws.js", port, redisPort);
      case SOCKETIO -> node(options, "socketio.js", port, redisPort);
    };
  }

  private static List<String> java(List<String> flags, String main, int port, int redisPort) {
    var command = new ArrayList<String>();
    command.add(Jvm.java());
    command.addAll(HEAP);
    command.addAll(flags);
    command.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"), main, Integer.toString(port), Integer.toString(redisPort)));
    return command;
  }

  private static List<String> node(Options options, String script, int port, int redisPort) {
    Path path = options.baselines().resolve("node").resolve(script).toAbsolutePath();
    return List.of(
        options.node(), "--expose-gc", path.toString(), Integer.toString(port), Integer.toString(redisPort));
  }

  private static List<String> desk(Options options, int port, int redisPort, String fsync) {
    var command = new ArrayList<String>();
    command.add(Jvm.java());
    command.addAll(HEAP);
    command.addAll(options.deskJvm());
    command.addAll(
        List.of(
            "-jar", options.deskJar().toAbsolutePath().toString(), "--server.port=" + port,
            "--server.address=127.0.0.1", "--spring.data.redis.host=127.0.0.1",
            "--spring.data.redis.port=" + redisPort,
            // What a Redis that syncs once a second cannot promise, the desk refuses to be told.
            "--desk.redis.durability=" + (fsync.equals("always") ? "standalone" : "relaxed"),
            "--spring.config.additional-location=file:" + options.deskProperties().toAbsolutePath()));
    return command;
  }
}
