package dev.xiaoer.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignpostsTest {

  private static final Signposts SIGNPOSTS = new Signposts(List.of(
      group("presales", Signpost.NOWHERE),
      group("orders", new Signpost(Set.of(OrderStage.PAID, OrderStage.PACKED), List.of("cart"))),
      group("aftersales", new Signpost(Set.of(OrderStage.SHIPPED, OrderStage.PAID), List.of("refund", "help/*")))));

  private static GroupRules group(String id, Signpost signpost) {
    GroupRules plain = TestRules.defaults().of(id);
    return new GroupRules(id, 1, plain.hangUp(), plain.breaks(), plain.floor(), plain.servedLately(), null, null, false,
        Map.of(), plain.hours(), plain.queue(), plain.transfer(), Map.of(), signpost);
  }

  @Test
  void aPageShowsTheWayByItsNameOrByHowItBegins() {
    assertThat(SIGNPOSTS.byPage("refund")).isEqualTo("aftersales");
    assertThat(SIGNPOSTS.byPage("refunds")).isNull();
    assertThat(SIGNPOSTS.byPage("help/returns/how")).isEqualTo("aftersales");
    assertThat(SIGNPOSTS.byPage("help")).isNull();
    assertThat(SIGNPOSTS.byPage("cart")).isEqualTo("orders");
    assertThat(SIGNPOSTS.byPage("")).isNull();
  }

  @Test
  void ofTwoGroupsForAnOrderTheFirstInTheMenuIsMeant() {
    assertThat(SIGNPOSTS.byOrder(OrderStage.PAID)).isEqualTo("orders");
    assertThat(SIGNPOSTS.byOrder(OrderStage.SHIPPED)).isEqualTo("aftersales");
    assertThat(SIGNPOSTS.byOrder(OrderStage.NONE)).isNull();
  }

  @Test
  void whereNoGroupGoesByOrdersNobodyLooksThemUp() {
    assertThat(SIGNPOSTS.goByOrders()).isTrue();
    assertThat(new Signposts(List.of(group("presales", new Signpost(Set.of(), List.of("cart"))))).goByOrders())
        .isFalse();
  }
}
