package dev.xiaoer.bench.load;

import dev.xiaoer.bench.dialect.Seat;
import dev.xiaoer.bench.dialect.Talk;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The one thread all sockets of the bench live on. Everything a [Wire], a [Crowd] or a [Load] does happens here, so
/// none of them locks.
public final class Generator implements AutoCloseable {

  /// Sockets come from several loopback addresses, so that no address runs out of ports.
  private static final int SOURCES = 8;
  private static final int LONGEST_FRAME = 64 * 1024;
  private static final int CONNECT_TIMEOUT_MS = 10_000;
  private static final int CALL_TIMEOUT_S = 10;

  private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final byte[] scratch = new byte[LONGEST_FRAME];
  private int opened;

  EventLoop loop() {
    return loop;
  }

  /// Where a frame is looked at; one frame at a time.
  byte[] scratch() {
    return scratch;
  }

  /// Opens a socket; the wire tells its crowd what becomes of it.
  void open(URI server, Crowd crowd, Seat seat, Talk talk) {
    var wire = new Wire(this, crowd, seat, talk);
    opened++;
    var from = new InetSocketAddress(source(opened % SOURCES), 0);
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_REUSEADDR, true)
        // A socket of the bench is always cut, as by a lost network; nothing waits for a good-bye.
        .option(ChannelOption.SO_LINGER, 0)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
        .handler(new ChannelInitializer<SocketChannel>() {
          @Override
          protected void initChannel(SocketChannel channel) {
            channel
                .pipeline()
                .addLast(new HttpClientCodec(), new HttpObjectAggregator(8192), webSocket(server, talk), wire);
          }
        })
        .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()), from)
        .addListener(connected -> {
          if (!connected.isSuccess()) {
            crowd.lost(wire);
          }
        });
  }

  private static InetAddress source(int number) {
    try {
      return InetAddress.getByAddress(new byte[]{127, 0, 0, (byte) (2 + number)});
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  private static WebSocketClientProtocolHandler webSocket(URI server, Talk talk) {
    var headers = new DefaultHttpHeaders();
    if (!talk.origin().isEmpty()) {
      headers.set("Origin", talk.origin());
    }
    return new WebSocketClientProtocolHandler(
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri("ws://" + server.getHost() + ":" + server.getPort() + talk.path())
            .version(WebSocketVersion.V13)
            .subprotocol(talk.subprotocol().isEmpty() ? null : talk.subprotocol())
            .customHeaders(headers)
            .generateOriginHeader(false)
            .maxFramePayloadLength(LONGEST_FRAME)
            .handshakeTimeoutMillis(CONNECT_TIMEOUT_MS)
            // The servers are not on trial for their UTF-8.
            .withUTF8Validator(false)
            .build());
  }

  /// Runs this on the generator's thread and waits for what it answers.
  public <T> T call(Callable<T> what) throws InterruptedException, TimeoutException {
    try {
      return loop.submit(what).get(CALL_TIMEOUT_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the generator failed", e.getCause());
    }
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
