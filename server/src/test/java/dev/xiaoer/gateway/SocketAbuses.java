package dev.xiaoer.gateway;

import static dev.xiaoer.gateway.RawSocket.close;
import static dev.xiaoer.gateway.RawSocket.frame;
import static dev.xiaoer.gateway.RawSocket.onlyLength;
import static dev.xiaoer.gateway.RawSocket.text;
import static dev.xiaoer.gateway.RawSocket.unmasked;
import static dev.xiaoer.gateway.SocketAbuse.after;
import static dev.xiaoer.gateway.SocketAbuse.instead;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What strangers try on a socket. 1002, 1003, 1007 and 1009 are the standard's codes for a broken frame, a kind that is
/// not taken, bad UTF-8 and too much; 4400 and 4413 are ours for what the container let through, 4401 for who only announced a long frame and
/// was never heard of again.
final class SocketAbuses {

  private static final int CONTINUATION = 0x00;
  private static final int TEXT = 0x01;
  private static final int FIN = 0x80;
  private static final int PING = 0x89;
  private static final int PONG = 0x8A;
  private static final int PROTOCOL = 1002;
  private static final int KIND = 1003;
  private static final int UTF8 = 1007;
  private static final int TOO_BIG = 1009;
  private static final int OUR_BAD_FRAME = 4400;
  private static final int OUR_UNAUTHENTICATED = 4401;
  private static final int OUR_TOO_LARGE = 4413;
  private static final int HUNG_UP = RawSocket.Ending.HUNG_UP;
  private static final byte[] NOTHING = {};
  private static final byte[] HELLO = "{\"type\":\"heartbeat\"}".getBytes(UTF_8);

  private SocketAbuses() {}

  static Stream<SocketAbuse> all(String path, int port) {
    return Stream.of(handshakes(path, port), frames(), lengths(), fragments(), controls(), closes(), badUtf8())
        .flatMap(List::stream);
  }

  private static List<SocketAbuse> handshakes(String path, int port) {
    String host = "Host: 127.0.0.1:" + port;
    String upgrade = "Upgrade: websocket\r\nConnection: Upgrade";
    String version = "Sec-WebSocket-Version: 13";
    String key = "Sec-WebSocket-Key: " + RawSocket.KEY;
    return List.of(
        instead("no key", get(path, host, upgrade, version), 400),
        instead("an empty key", get(path, host, upgrade, version, "Sec-WebSocket-Key: "), 400),
        instead("no version", get(path, host, upgrade, key), 400, 426),
        instead("version 8", get(path, host, upgrade, "Sec-WebSocket-Version: 8", key), 400, 426),
        instead("version 2^63", get(path, host, upgrade, "Sec-WebSocket-Version: 9223372036854775808", key), 400, 426),
        instead("no upgrade", get(path, host, version, key), 400, 403),
        instead("upgrade to something else", get(path, host, "Upgrade: h2c\r\nConnection: Upgrade", version, key), 400,
            403),
        instead("connection without upgrade", get(path, host, "Upgrade: websocket\r\nConnection: close", version, key),
            400, 403),
        instead("POST instead of GET",
            request("POST " + path + " HTTP/1.1", host, upgrade, version, key, "Content-Length: 0"), 400, 401, 403,
            405),
        instead("HTTP/1.0", request("GET " + path + " HTTP/1.0", host, upgrade, version, key), 400, 403, 426),
        instead("no host", get(path, upgrade, version, key), 400),
        instead("two hosts", get(path, host, "Host: evil.example", upgrade, version, key), 400),
        instead("a line of 64 KB", get(path + "?" + "a".repeat(65_536), host, upgrade, version, key), 400, 414, 431),
        instead("a header of 64 KB", get(path, host, upgrade, version, key, "X: " + "a".repeat(65_536)), 400, 431, 0),
        instead("a thousand headers", get(path, host, upgrade, version, key, "X: a\r\n".repeat(1_000).strip()), 400,
            431,
            0),
        instead("a zero in a header", get(path, host, upgrade, version, key, "X: a\0b"), 400),
        instead("a header name with a blank", get(path, host, upgrade, version, key, "X Y : a"), 400),
        instead("a smuggled request", request("GET " + path + " HTTP/1.1", host, upgrade, version, key,
            "Content-Length: 5", "Transfer-Encoding: chunked"), 400, 403),
        instead("a path that climbs", get(path + "/../../../etc/passwd", host, upgrade, version, key), 400, 401, 403,
            404),
        instead("an encoded slash", get(path + "%2f..%2fconsole", host, upgrade, version, key), 400, 401, 403, 404),
        instead("a session in the path", get(path + ";jsessionid=1", host, upgrade, version, key), 400, 401, 403, 404),
        instead("junk", "\u0016\u0003\u0001 junk\r\n\r\n".getBytes(ISO_8859_1), 400, 0),
        instead("a frame before the handshake", text("{}"), 400, 0));
  }

  private static List<SocketAbuse> frames() {
    List<SocketAbuse> frames = new ArrayList<>();
    frames.add(after("unmasked text", unmasked(FIN | TEXT, HELLO), PROTOCOL));
    frames.add(after("unmasked ping", unmasked(PING, NOTHING), PROTOCOL));
    for (int bit : new int[]{0x40, 0x20, 0x10, 0x70}) {
      frames.add(after("reserved bits %02x".formatted(bit), frame(FIN | bit | TEXT, HELLO), PROTOCOL));
    }
    for (int opcode : new int[]{3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
      frames.add(after("opcode " + opcode, frame(FIN | opcode, HELLO), PROTOCOL));
    }
    frames.add(after("binary", frame(0x82, HELLO), KIND, OUR_BAD_FRAME));
    frames.add(after("empty binary", frame(0x82, NOTHING), KIND, OUR_BAD_FRAME));
    return frames;
  }

  private static List<SocketAbuse> lengths() {
    return List.of(
        after("length 2^63 (its highest bit is not allowed)", onlyLength(FIN | TEXT, Long.MIN_VALUE), PROTOCOL,
            TOO_BIG),
        after("length 2^64 - 1", onlyLength(FIN | TEXT, -1), PROTOCOL, TOO_BIG),
        after("length 2^63 - 1", onlyLength(FIN | TEXT, Long.MAX_VALUE), TOO_BIG, OUR_TOO_LARGE,
            OUR_UNAUTHENTICATED),
        after("length 2^31", onlyLength(FIN | TEXT, 1L << 31), TOO_BIG, OUR_TOO_LARGE,
            OUR_UNAUTHENTICATED),
        after("a frame of 64 KB and a byte", frame(FIN | TEXT, " ".repeat(65_537).getBytes(UTF_8)), TOO_BIG,
            OUR_TOO_LARGE),
        after("a frame of 1 MB", frame(FIN | TEXT, " ".repeat(1 << 20).getBytes(UTF_8)), TOO_BIG, OUR_TOO_LARGE,
            HUNG_UP));
  }

  private static List<SocketAbuse> fragments() {
    byte[] part = " ".getBytes(UTF_8);
    return List.of(
        after("a continuation of nothing", frame(FIN | CONTINUATION, HELLO), PROTOCOL),
        after("an open continuation of nothing", frame(CONTINUATION, HELLO), PROTOCOL),
        after("a text inside a text", joined(frame(TEXT, part), frame(FIN | TEXT, part)), PROTOCOL),
        after("a binary inside a text", joined(frame(TEXT, part), frame(0x82, part)), PROTOCOL, KIND),
        after("parts that together are too large", joined(frame(TEXT, " ".repeat(40_000).getBytes(UTF_8)),
            frame(FIN | CONTINUATION, " ".repeat(40_000).getBytes(UTF_8))), TOO_BIG, OUR_TOO_LARGE),
        after("ten thousand empty parts", repeated(frame(TEXT, NOTHING), frame(CONTINUATION, NOTHING), 10_000),
            OUR_BAD_FRAME, OUR_UNAUTHENTICATED, TOO_BIG),
        after("ten thousand parts of a byte", repeated(frame(TEXT, part), frame(CONTINUATION, part), 10_000),
            OUR_BAD_FRAME, OUR_UNAUTHENTICATED, TOO_BIG));
  }

  private static List<SocketAbuse> controls() {
    return List.of(
        after("a ping of 126 bytes", frame(PING, new byte[126]), PROTOCOL),
        after("a pong of 126 bytes", frame(PONG, new byte[126]), PROTOCOL),
        after("a close of 126 bytes", close(1000, new byte[124]), PROTOCOL),
        after("a ping in parts", frame(0x09, NOTHING), PROTOCOL),
        after("a close in parts", frame(0x08, NOTHING), PROTOCOL),
        after("a ping with a reserved bit", frame(PING | 0x40, NOTHING), PROTOCOL));
  }

  /// Where the code is a good one it is said back.
  private static List<SocketAbuse> closes() {
    List<SocketAbuse> closes = new ArrayList<>();
    closes.add(after("a close of one byte", close(null, new byte[]{3}), PROTOCOL));
    closes.add(after("a close without a code", close(null, NOTHING), 1000, 1005));
    closes.add(after("a close with a reason that is no UTF-8", close(1000, bytes("c0af")), PROTOCOL, UTF8));
    for (int code : new int[]{0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535}) {
      closes.add(after("a close with " + code, close(code, NOTHING), PROTOCOL));
    }
    return closes;
  }

  private static List<SocketAbuse> badUtf8() {
    return List.of(
        after("a byte that is none of UTF-8", frame(FIN | TEXT, bytes("22ff22")), UTF8),
        after("an overlong slash", frame(FIN | TEXT, bytes("22c0af22")), UTF8),
        after("an overlong zero", frame(FIN | TEXT, bytes("22c08022")), UTF8),
        after("half a pair as bytes", frame(FIN | TEXT, bytes("22eda08022")), UTF8),
        after("a whole pair as bytes", frame(FIN | TEXT, bytes("22eda0bdedb88022")), UTF8),
        after("beyond the last code point", frame(FIN | TEXT, bytes("22f490808022")), UTF8),
        after("five bytes for one", frame(FIN | TEXT, bytes("22f88880808022")), UTF8),
        after("a continuation alone", frame(FIN | TEXT, bytes("228022")), UTF8),
        after("cut within a code point", frame(FIN | TEXT, bytes("22e59c")), UTF8),
        after("cut within a code point at the last part",
            joined(frame(TEXT, bytes("22e5")), frame(FIN | CONTINUATION, bytes("9c"))), UTF8),
        after("bad only across two parts", joined(frame(TEXT, bytes("22c0")), frame(FIN | CONTINUATION, bytes("af22"))),
            UTF8));
  }

  private static byte[] get(String path, String... headers) {
    return request("GET " + path + " HTTP/1.1", headers);
  }

  private static byte[] request(String line, String... headers) {
    return (line + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n").getBytes(ISO_8859_1);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] repeated(byte[] first, byte[] then, int times) {
    var bytes = new ByteArrayOutputStream(first.length + then.length * times);
    bytes.writeBytes(first);
    for (int i = 0; i < times; i++) {
      bytes.writeBytes(then);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] one, byte[] two) {
    return repeated(one, two, 1);
  }
}
