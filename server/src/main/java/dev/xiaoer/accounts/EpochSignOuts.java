package dev.xiaoer.accounts;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Signing out begins a new epoch of the account, which makes every session and ticket of the old one void, whatever
/// node it is shown to; the news only closes what is open at this moment.
@Component
class EpochSignOuts implements SignOuts {

  private final StaffAccounts accounts;
  private final SignOutNews news;

  EpochSignOuts(StaffAccounts accounts, SignOutNews news) {
    this.accounts = accounts;
    this.news = news;
  }

  @Override
  public void onSignOut(Consumer<String> listener) {
    news.onSignOut(listener);
  }

  @Override
  public void signOut(String staffId) {
    accounts.nextEpoch(staffId);
  }
}
