package dev.xiaoer.gateway;

import dev.xiaoer.accounts.MemberChanged;
import dev.xiaoer.accounts.MemberNews;
import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.availability.Availability;
import dev.xiaoer.routing.Reception;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Who has been given other groups or another cap takes buyers accordingly, at once and on whichever node.
@Component
final class SeatChanges {

  private final Availability availability;
  private final Reception reception;
  private final MemberNews news;

  SeatChanges(Availability availability, Reception reception, MemberNews news) {
    this.availability = availability;
    this.reception = reception;
    this.news = news;
  }

  @EventListener
  void changed(MemberChanged changed) {
    StaffMember member = changed.member();
    availability.change(SeatCommands.agent(member))
        .toCompletableFuture().join();
    news.tell(member.id());
    reception.lookAround(member.desk());
  }
}
