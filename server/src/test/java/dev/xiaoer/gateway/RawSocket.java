package dev.xiaoer.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A WebSocket client that keeps no rule: it sends whatever bytes it is given and tells what came back. Every wait ends.
final class RawSocket implements AutoCloseable {

  /// Any sixteen bytes; the server only has to hash them.
  static final String KEY = "eGlhb2VyLWRlc2stdGVzdA==";

  private static final int CLOSE = 8;
  private static final int NO_CODE = 1005;

  private final Socket socket;
  private final DataInputStream input;

  private RawSocket(int port, Duration patience) throws IOException {
    socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) patience.toMillis());
    socket.setSoTimeout((int) patience.toMillis());
    socket.setTcpNoDelay(true);
    input = new DataInputStream(socket.getInputStream());
  }

  /// @param patience how long any one read may take
  static RawSocket connect(int port, Duration patience) throws IOException {
    return new RawSocket(port, patience);
  }

  /// The request of a decent browser.
  static byte[] upgrade(String path, int port, String... moreHeaders) {
    var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY
        + "\r\n");
    for (String header : moreHeaders) {
      request.append(header).append("\r\n");
    }
    return request.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  /// Goes through a proper handshake and must be let in.
  void shakeHands(String path, String... moreHeaders) throws IOException {
    send(upgrade(path, socket.getPort(), moreHeaders));
    int status = readStatus();
    if (status != 101) {
      throw new AssertionError("the handshake was answered with " + status);
    }
  }

  /// A server that has hung up already is told nothing more; what it said before can still be read.
  void send(byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (SocketException hungUp) {
      if (socket.isClosed()) {
        throw hungUp;
      }
    }
  }

  /// Ends our direction only.
  void sendNoMore() throws IOException {
    socket.shutdownOutput();
  }

  /// Reads an HTTP answer up to its empty line.
  ///
  /// @return its status; 0 if the server hung up without one
  int readStatus() throws IOException {
    var head = new ByteArrayOutputStream();
    try {
      while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        head.write(input.readByte());
      }
    } catch (EOFException | SocketException hungUp) {
      if (head.size() == 0) {
        return 0;
      }
    }
    List<String> words = List.of(head.toString(ISO_8859_1).split("[ \r]", 3));
    return words.size() > 1 ? Integer.parseInt(words.get(1)) : 0;
  }

  /// One frame of the server; they are never masked and, with us, never in parts.
  Frame readFrame() throws IOException {
    int first = input.readUnsignedByte();
    int length = input.readUnsignedByte() & 0x7F;
    if (length == 126) {
      length = input.readUnsignedShort();
    } else if (length == 127) {
      length = Math.toIntExact(input.readLong());
    }
    byte[] payload = new byte[length];
    input.readFully(payload);
    return Frame.of(first & 0x0F, payload);
  }

  /// Reads on until the server is done with us.
  ///
  /// @return how it ended, and everything it said before as text
  Ending readToEnd() throws IOException {
    var said = new StringBuilder();
    try {
      while (true) {
        Frame frame = readFrame();
        if (frame.opcode() == CLOSE) {
          return new Ending(frame.closeCode(), said.toString());
        }
        said.append(frame.text()).append('\n');
      }
    } catch (SocketTimeoutException e) {
      return new Ending(Ending.STILL_OPEN, said.toString());
    } catch (EOFException | SocketException hungUp) {
      return new Ending(Ending.HUNG_UP, said.toString());
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /// @param closeCode of a close frame; 1005 where it has none, as the standard has it
  record Frame(int opcode, String text, int closeCode) {

    static Frame of(int opcode, byte[] payload) {
      return new Frame(opcode, new String(payload, UTF_8),
          payload.length < 2 ? NO_CODE : ByteBuffer.wrap(payload).getShort() & 0xFFFF);
    }
  }

  /// @param code of the close frame, or one of the two that no close frame has
  record Ending(int code, String said) {
    static final int STILL_OPEN = 0;
    /// The connection ended without a close frame.
    static final int HUNG_UP = 1006;
  }

  /// Spells a frame, masked unless told otherwise.
  ///
  /// @param head the first byte: FIN, three reserved bits, opcode
  static byte[] frame(int head, byte[] payload) {
    byte[] mask = {0x12, 0x34, 0x56, 0x78};
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
    frame.put((byte) head);
    putLength(frame, 0x80, payload.length);
    frame.put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i % 4]));
    }
    return written(frame);
  }

  static byte[] unmasked(int head, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(10 + payload.length);
    frame.put((byte) head);
    putLength(frame, 0, payload.length);
    return written(frame.put(payload));
  }

  /// Says how long it is and stops there.
  static byte[] onlyLength(int head, long length) {
    return ByteBuffer.allocate(14).put((byte) head).put((byte) 0xFF).putLong(length).putInt(0).array();
  }

  static byte[] text(String text) {
    return frame(0x81, text.getBytes(UTF_8));
  }

  /// @param code null for a close frame that says nothing
  static byte[] close(@Nullable Integer code, byte[] reason) {
    return frame(0x88, code == null
        ? reason
        : ByteBuffer.allocate(2 + reason.length).putShort((short) (int) code).put(reason).array());
  }

  private static void putLength(ByteBuffer frame, int mask, int length) {
    if (length < 126) {
      frame.put((byte) (mask | length));
    } else if (length < 0x10000) {
      frame.put((byte) (mask | 126)).putShort((short) length);
    } else {
      frame.put((byte) (mask | 127)).putLong(length);
    }
  }

  private static byte[] written(ByteBuffer frame) {
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }
}
