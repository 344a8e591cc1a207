package dev.xiaoer.bench.baseline;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

/// Raw Netty and Lettuce on one event loop: near the limit of what a JVM can do here. Takes its port and Redis'.
public final class NettyServer {

  private static final int BACKLOG = 4096;

  private NettyServer() {}

  public static void main(String[] args) {
    var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    ClientResources resources = DefaultClientResources.builder().eventLoopGroupProvider(new OneLoop(group)).build();
    RedisClient client = RedisClient.create(resources, RedisURI.create("127.0.0.1", Integer.parseInt(args[1])));
    var desk = new NettyDesk(client.connect().async());
    var webSocket = WebSocketServerProtocolConfig.newBuilder()
        .websocketPath("/ws")
        .checkStartsWith(true)
        .allowExtensions(false)
        .build();
    new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(new ChannelInitializer<SocketChannel>() {
          @Override
          protected void initChannel(SocketChannel channel) {
            channel
                .pipeline()
                .addLast(
                    new HttpServerCodec(), new HttpObjectAggregator(8192),
                    new WebSocketServerProtocolHandler(webSocket), new NettySocket(desk));
          }
        })
        .bind("127.0.0.1", Integer.parseInt(args[0]))
        .syncUninterruptibly()
        .channel()
        .closeFuture()
        .syncUninterruptibly();
  }
}
