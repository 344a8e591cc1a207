package dev.xiaoer.demo;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.accounts.StaffMembers;
import dev.xiaoer.orders.Orders;
import dev.xiaoer.shops.IdentityAgreement;
import dev.xiaoer.shops.IdentityAgreements;
import dev.xiaoer.shops.Product;
import dev.xiaoer.shops.Products;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Fills in what is not there yet, so that any number of starts and nodes leave one and the same demo.
@Component
@Profile("demo")
@Order(1)
class DemoFilling implements ApplicationRunner {

  static final String ISSUER = "xiaoer-demo-shop";
  private static final int SECRET_BYTES = 32;

  private final DemoScript script;
  private final Shops shops;
  private final IdentityAgreements agreements;
  private final StaffMembers staff;
  private final Products products;
  private final Orders orders;
  private final SecureRandom random;
  private final Clock clock;
  private final Environment environment;

  DemoFilling(
      DemoScript script,
      Shops shops,
      IdentityAgreements agreements,
      StaffMembers staff,
      Products products,
      Orders orders,
      SecureRandom random,
      Clock clock,
      Environment environment) {
    this.script = script;
    this.shops = shops;
    this.agreements = agreements;
    this.staff = staff;
    this.products = products;
    this.orders = orders;
    this.random = random;
    this.clock = clock;
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    fillShop();
    fillAgreement();
    fillStaff();
    fillProducts();
    fillOrders();
  }

  private void fillShop() {
    Shop before = shops.find(script.shop());
    Set<String> origins = new HashSet<>(before == null ? Set.of() : before.origins());
    if (origins.addAll(ownOrigins())) {
      shops.save(
          new Shop(
              script.shop(),
              script.desk(),
              script.name(),
              script.groups(),
              origins,
              script.look(),
              false));
    }
  }

  private void fillAgreement() {
    if (agreements.find(script.shop()) == null) {
      byte[] secret = new byte[SECRET_BYTES];
      random.nextBytes(secret);
      String key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
      agreements
          .save(script.shop(), new IdentityAgreement(IdentityAgreement.Algorithm.HS256, ISSUER, List.of(key)));
    }
  }

  private void fillStaff() {
    for (DemoScript.Person person : script.staff()) {
      StaffMember member = person.at(script.desk());
      if (staff.find(member.id()) == null) {
        staff.create(member, script.password());
      }
    }
  }

  private void fillProducts() {
    for (Product product : script.products()) {
      if (products.find(script.shop(), product.id()) == null) {
        products.save(script.shop(), product);
      }
    }
  }

  /// What is there already is saved as it is: earlier versions did not list it with its customer.
  private void fillOrders() {
    for (DemoScript.Purchase purchase : script.orders()) {
      dev.xiaoer.orders.Order before = orders.find(script.shop(), purchase.number());
      orders.save(before == null ? script.order(purchase, clock.instant()) : before);
    }
  }

  /// The demo's shop page is served by this server.
  private Set<String> ownOrigins() {
    int port = environment.getProperty("local.server.port", Integer.class, 8080);
    String scheme = environment.getProperty("server.ssl.enabled", Boolean.class, false) ? "https" : "http";
    return Set.of(scheme + "://localhost:" + port, scheme + "://127.0.0.1:" + port);
  }
}
