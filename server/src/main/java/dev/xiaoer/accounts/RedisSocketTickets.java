package dev.xiaoer.accounts;

import dev.xiaoer.redis.RedisLink;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// Redeeming is asynchronous, as it happens on a socket's thread; GETDEL makes it happen once.
@Component
class RedisSocketTickets implements SocketTickets {

  private static final Logger log = LoggerFactory.getLogger(RedisSocketTickets.class);
  /// 32 bytes in base64url
  private static final int TICKET_LENGTH = 43;

  private final RedisLink link;
  private final StringRedisTemplate redis;
  private final StaffAccounts accounts;
  private final Secrets secrets;
  private final TicketSettings settings;

  RedisSocketTickets(
      RedisLink link,
      StringRedisTemplate redis,
      StaffAccounts accounts,
      SecureRandom random,
      TicketSettings settings) {
    this.link = link;
    this.redis = redis;
    this.accounts = accounts;
    this.secrets = new Secrets(random);
    this.settings = settings;
  }

  @Override
  public String issue(StaffMember member, String session) {
    StaffAccount account = accounts.account(member.id());
    if (account == null) {
      throw new IllegalArgumentException("there is no account of this member");
    }
    String ticket = secrets.next();
    redis.opsForValue()
        .set(StaffKeys.ticket(Secrets.hashed(ticket)), account.epoch() + ":" + member.id(), settings.lifetime());
    log.debug("A socket ticket for {} of session {}.", member.id(), Secrets.hashed(session).substring(0, 8));
    return ticket;
  }

  @Override
  public CompletionStage<@Nullable StaffMember> redeem(String ticket) {
    if (ticket.length() != TICKET_LENGTH) {
      return CompletableFuture.completedFuture(null);
    }
    return link.commands().getdel(StaffKeys.ticket(Secrets.hashed(ticket))).thenCompose(this::holder);
  }

  private CompletionStage<@Nullable StaffMember> holder(@Nullable String kept) {
    if (kept == null) {
      return CompletableFuture.completedFuture(null);
    }
    int colon = kept.indexOf(':');
    long epoch = Long.parseLong(kept.substring(0, colon));
    String id = kept.substring(colon + 1);
    return link.commands().hgetall(StaffKeys.member(id)).thenApply(fields -> {
      StaffAccount account = StaffAccount.of(id, fields);
      return account != null && !account.disabled() && account.epoch() == epoch ? account.member() : null;
    });
  }
}
