package dev.xiaoer.bench.baseline;

import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.TimeUnit;

/// Lets Lettuce use the loop the sockets are on.
record OneLoop(EventLoopGroup group) implements EventLoopGroupProvider {

  @Override
  public <T extends EventLoopGroup> T allocate(Class<T> type) {
    return type.cast(group);
  }

  @Override
  public int threadPoolSize() {
    return 1;
  }

  @Override
  public Future<Boolean> release(EventExecutorGroup released, long quiet, long timeout, TimeUnit unit) {
    return GlobalEventExecutor.INSTANCE.newSucceededFuture(true);
  }

  @Override
  public Future<Boolean> shutdown(long quiet, long timeout, TimeUnit unit) {
    return GlobalEventExecutor.INSTANCE.newSucceededFuture(true);
  }
}
