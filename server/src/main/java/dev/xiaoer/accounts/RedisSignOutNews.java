package dev.xiaoer.accounts;

import dev.xiaoer.redis.RedisLink;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

@Component
class RedisSignOutNews implements SignOutNews, DisposableBean {

  private final StaffChannel channel;

  RedisSignOutNews(RedisLink link) {
    this.channel = new StaffChannel(link, StaffKeys.SIGNED_OUT);
  }

  @Override
  public void tell(String staffId) {
    channel.tell(staffId);
  }

  @Override
  public void onSignOut(Consumer<String> listener) {
    channel.listen(listener);
  }

  @Override
  public void destroy() {
    channel.close();
  }
}
