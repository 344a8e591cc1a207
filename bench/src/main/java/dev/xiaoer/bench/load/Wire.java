package dev.xiaoer.bench.load;

import dev.xiaoer.bench.dialect.Line;
import dev.xiaoer.bench.dialect.Seat;
import dev.xiaoer.bench.dialect.Talk;
import dev.xiaoer.bench.dialect.Text;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One socket, with somebody at it.
final class Wire extends SimpleChannelInboundHandler<TextWebSocketFrame> implements Line {

  private final Generator generator;
  private final Crowd crowd;
  private final Seat seat;
  private final Talk talk;
  private @Nullable ChannelHandlerContext context;
  private boolean reading;
  private boolean gone;
  private boolean ready;

  Wire(Generator generator, Crowd crowd, Seat seat, Talk talk) {
    this.generator = generator;
    this.crowd = crowd;
    this.seat = seat;
    this.talk = talk;
  }

  Seat seat() {
    return seat;
  }

  boolean isReady() {
    return ready;
  }

  void say(int phase, int number) {
    talk.say(this, phase, number);
  }

  /// The network is gone, for this socket.
  void cut() {
    gone = true;
    if (context != null) {
      var _ = context.close();
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext now, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      talk.opened(this);
    } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
      var _ = now.close();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext now, TextWebSocketFrame frame) {
    if (gone) {
      return;
    }
    reading = true;
    ByteBuf content = frame.content();
    int length = content.readableBytes();
    byte[] scratch = generator.scratch();
    content.getBytes(content.readerIndex(), scratch, 0, length);
    talk.heard(this, new Text(scratch, length));
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext now) {
    reading = false;
    now.flush();
  }

  @Override
  public void channelInactive(ChannelHandlerContext now) {
    if (!gone) {
      gone = true;
      crowd.lost(this);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext now, Throwable cause) {
    crowd.refused(seat + ": " + cause);
    var _ = now.close();
  }

  @Override
  public void send(String text) {
    ChannelHandlerContext now = context;
    if (now == null || gone) {
      return;
    }
    if (reading) {
      var _ = now.write(new TextWebSocketFrame(text));
    } else {
      var _ = now.writeAndFlush(new TextWebSocketFrame(text));
    }
  }

  @Override
  public void againAfter(long millis) {
    var _ = generator.loop().schedule(() -> {
      if (!gone) {
        talk.again(this);
      }
    }, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void ready() {
    ready = true;
    crowd.ready(this);
  }

  @Override
  public void acknowledged(int phase, int number) {
    crowd.load().acknowledged(this, phase, number);
  }

  @Override
  public void delivered(int phase, int number) {
    crowd.load().delivered(phase, number);
  }

  @Override
  public void refused(String words) {
    crowd.refused(words);
  }
}
