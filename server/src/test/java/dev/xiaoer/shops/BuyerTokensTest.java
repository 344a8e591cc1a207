package dev.xiaoer.shops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.desk.MovableClock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuyerTokensTest {

  private static final BuyerTokenSettings SETTINGS = new BuyerTokenSettings(Duration.ofDays(180), Duration.ofHours(12));
  private static final Buyer ANONYMOUS = new Buyer("a-0123456789abcdefghijkl", "tea", null);
  private static final Buyer KNOWN = new Buyer("k-0123456789abcdefghijkl", "tea", "王小满\n\"x\".y");

  private final TestShops shops = new TestShops();
  private final MovableClock clock = new MovableClock();
  private final BuyerTokens tokens = tokens((byte) 1);

  @BeforeEach
  void openShop() {
    shops.save(TestShops.shop("tea", false));
  }

  @Test
  void aTokenSaysWhoItWasMadeFor() {
    assertThat(tokens.read(tokens.issue(ANONYMOUS))).isEqualTo(ANONYMOUS);
    assertThat(tokens.read(tokens.issue(KNOWN))).isEqualTo(KNOWN);
  }

  @Test
  void aTokenWithAnyCharacterChangedIsNoToken() {
    String token = tokens.issue(KNOWN);
    var random = new Random(20260501);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= +/\n";
    for (int i = 0; i < token.length(); i++) {
      for (int tries = 0; tries < 8; tries++) {
        char other = alphabet.charAt(random.nextInt(alphabet.length()));
        if (other != token.charAt(i)) {
          String changed = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(tokens.read(changed)).as("seed 20260501, character %d", i).isNull();
        }
      }
      assertThat(tokens.read(token.substring(0, i))).isNull();
      assertThat(tokens.read(token.substring(i + 1))).isNull();
    }
  }

  @Test
  void whatIsNoTokenIsNoToken() {
    for (String text : new String[]{"", ".", "..", "1..", "1.x.", "1.", "2.a.b", "null", "a".repeat(1_000_000),
      "1.\u0000.x"}) {
      assertThat(tokens.read(text)).isNull();
    }
  }

  @Test
  void anotherInstallationsTokenIsNoToken() {
    assertThat(tokens.read(tokens((byte) 2).issue(ANONYMOUS))).isNull();
  }

  @Test
  void anAnonymousTokenExpiresAfterHalfAYear() {
    String token = tokens.issue(ANONYMOUS);
    clock.forward(Duration.ofDays(179));
    assertThat(tokens.read(token)).isEqualTo(ANONYMOUS);
    clock.forward(Duration.ofDays(1).plusSeconds(1));
    assertThat(tokens.read(token)).isNull();
  }

  @Test
  void aKnownBuyersTokenExpiresSooner() {
    String token = tokens.issue(KNOWN);
    clock.forward(Duration.ofHours(12).plusSeconds(1));
    assertThat(tokens.read(token)).isNull();
  }

  @Test
  void aShopThatInsistsOnIdentitiesLetsNoAnonymousTokenIn() {
    String anonymous = tokens.issue(ANONYMOUS);
    String known = tokens.issue(KNOWN);
    shops.save(TestShops.shop("tea", true));
    assertThat(tokens.read(anonymous)).isNull();
    assertThat(tokens.read(known)).isEqualTo(KNOWN);
  }

  @Test
  void aTokenOfAShopThatIsGoneIsNoToken() {
    assertThat(tokens.read(tokens.issue(new Buyer("a-x", "gone", null)))).isNull();
  }

  private BuyerTokens tokens(byte key) {
    byte[] bytes = new byte[32];
    bytes[0] = key;
    return new SignedBuyerTokens(name -> bytes, shops, SETTINGS, clock);
  }
}
