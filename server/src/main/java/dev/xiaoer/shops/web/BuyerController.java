package dev.xiaoer.shops.web;

import dev.xiaoer.http.CallerAddress;
import dev.xiaoer.http.RateLimits;
import dev.xiaoer.http.RefusedException;
import dev.xiaoer.shops.Buyer;
import dev.xiaoer.shops.BuyerTokens;
import dev.xiaoer.shops.Buyers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shops/{shop}/buyers")
@Tag(name = "Buyers")
class BuyerController {

  private final Buyers buyers;
  private final BuyerTokens tokens;
  private final RateLimits limits;
  private final BuyerLimits settings;

  BuyerController(Buyers buyers, BuyerTokens tokens, RateLimits limits, BuyerLimits settings) {
    this.buyers = buyers;
    this.tokens = tokens;
    this.limits = limits;
    this.settings = settings;
  }

  /// @param token the one of the last time, if the widget has one
  /// @param identity a JWT of the shop's server, if the page has one
  record Asking(@Nullable @Size(max = 1024) String token, @Nullable @Size(max = 4096) String identity) {}

  /// @param token for the hello of the buyer's socket and for the Authorization header
  record Admitted(String token, Person buyer) {}

  record Person(String id, @Nullable String name) {}

  @PostMapping
  @Operation(summary = "Lets a buyer in: one that came before, one the shop's server vouches for, or an unknown one")
  Admitted admit(@PathVariable String shop, @Valid @RequestBody Asking asking, HttpServletRequest request) {
    limit(asking.token(), request);
    return switch (buyers.admit(shop, asking.token(), asking.identity())) {
      case Buyers.Admission.Admitted(var token, var buyer) ->
        new Admitted(token, new Person(buyer.id(), buyer.name()));
      case Buyers.Admission.Refused(var code) -> throw new RefusedException(code);
    };
  }

  /// Who shows a good token is counted as that buyer, so that the many behind one address can all come back.
  private void limit(@Nullable String token, HttpServletRequest request) {
    Buyer back = token == null ? null : tokens.read(token);
    if (back == null) {
      limits.require(settings.ofAdmissions(), CallerAddress.of(request.getRemoteAddr()));
    } else {
      limits.require(settings.ofRenewals(), back.id());
    }
  }
}
