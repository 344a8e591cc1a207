package dev.xiaoer.accounts;

import dev.xiaoer.redis.RedisLink;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

@Component
class RedisMemberNews implements MemberNews, DisposableBean {

  private final StaffChannel channel;

  RedisMemberNews(RedisLink link) {
    this.channel = new StaffChannel(link, StaffKeys.CHANGED);
  }

  @Override
  public void tell(String staffId) {
    channel.tell(staffId);
  }

  @Override
  public void onChange(Consumer<String> listener) {
    channel.listen(listener);
  }

  @Override
  public void destroy() {
    channel.close();
  }
}
