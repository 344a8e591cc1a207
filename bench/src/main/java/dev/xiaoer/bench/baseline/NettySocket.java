package dev.xiaoer.bench.baseline;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;

/// A buyer's or an agent's socket at the [NettyServer].
final class NettySocket extends SimpleChannelInboundHandler<TextWebSocketFrame> {

  private final NettyDesk desk;
  private String id = "";
  private String agent = "";

  NettySocket(NettyDesk desk) {
    this.desk = desk;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof HandshakeComplete complete) {
      String query = complete.requestUri().substring(complete.requestUri().indexOf('?') + 1);
      id = BareFrames.parameter(query, "id");
      agent = BareFrames.parameter(query, "agent");
      if (agent.isEmpty()) {
        desk.seat(id, context.channel());
      }
      var _ = context.writeAndFlush(new TextWebSocketFrame(BareFrames.WELCOME));
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
    desk.carry(context.channel(), id, agent, frame.text());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    desk.leave(id, context.channel());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }
}
