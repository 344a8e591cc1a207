package dev.xiaoer.shops.web;

import dev.xiaoer.accounts.StaffMember;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.protocol.Refusal;
import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.Product;
import dev.xiaoer.shops.Products;
import dev.xiaoer.shops.Shop;
import dev.xiaoer.shops.Shops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What the shops of the own desk sell; another desk's shop is not found.
@RestController
@RequestMapping("/api/v1/shops/{shop}/products")
@Tag(name = "Shops")
class ProductController {

  private static final long DEAREST = 100_000_000_000L;
  private static final String ID = "[A-Za-z0-9_-]{1,64}";

  private final Shops shops;
  private final Products products;

  ProductController(Shops shops, Products products) {
    this.shops = shops;
    this.products = products;
  }

  record Found(List<Product> products) {}

  /// @param price in cents
  /// @param picture of one of the shop's origins
  /// @param url of one of the shop's origins
  record Described(
      @NotBlank @Size(max = 120) String name,
      @Size(max = 500) String detail,
      @Min(0) @Max(DEAREST) long price,
      @Nullable String picture,
      @Nullable String url) {}

  @GetMapping
  @Operation(summary = "Goods whose name, detail or id contains the words, by name")
  Found search(
      @AuthenticationPrincipal StaffMember member,
      @PathVariable String shop,
      @RequestParam(defaultValue = "") @Size(max = 100) String q,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
    return new Found(products.search(own(member, shop).id(), q, limit));
  }

  @GetMapping("/{id}")
  @Operation(summary = "What a buyer looks at in the shop")
  Product look(@AuthenticationPrincipal Buyer buyer, @PathVariable String shop, @PathVariable String id) {
    Product product = buyer.shop().equals(shop) ? products.find(shop, id) : null;
    if (product == null) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return product;
  }

  @PutMapping("/{id}")
  @Operation(summary = "Takes over a product from the shop, or what is new about it")
  Product save(
      @AuthenticationPrincipal StaffMember admin,
      @PathVariable("shop") String shopId,
      @PathVariable @Pattern(regexp = ID) String id,
      @Valid @RequestBody Described described) {
    Shop shop = own(admin, shopId);
    require(shop, described.picture());
    require(shop, described.url());
    var product = new Product(id, described.name().strip(), described.detail().strip(), described.price(),
        described.picture(), described.url());
    products.save(shop.id(), product);
    return product;
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "The shop sells this no more; cards that were sent of it stay")
  void remove(@AuthenticationPrincipal StaffMember admin, @PathVariable String shop, @PathVariable String id) {
    if (!products.remove(own(admin, shop).id(), id)) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
  }

  private static void require(Shop shop, @Nullable String address) {
    if (address != null && !shop.addresses().allow(address)) {
      throw new RefusedException(Refusal.INVALID);
    }
  }

  private Shop own(StaffMember member, String id) {
    Shop shop = shops.find(id);
    if (shop == null || !shop.desk().equals(member.desk())) {
      throw new RefusedException(Refusal.NOT_FOUND);
    }
    return shop;
  }
}
