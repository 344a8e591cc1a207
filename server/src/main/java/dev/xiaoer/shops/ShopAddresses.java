package dev.xiaoer.shops;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/// Which addresses a shop may give for pictures and pages: its own pages', which its origins name, and those of the
/// desk's demo. So no card can lead a buyer elsewhere, and the policy of the pages that show it names no one else.
public final class ShopAddresses {

  private static final int LONGEST = 500;
  private static final Pattern DEMO = Pattern.compile("/demo/[\\w-]*(?:[./][\\w-]+)*/?(?:[?#][\\w=&-]*)?");
  private static final Pattern PLAIN = Pattern.compile("[!#-;=?-Z_a-z~]+");

  private final Set<String> origins;

  ShopAddresses(Set<String> origins) {
    this.origins = origins;
  }

  public boolean allow(String address) {
    return address.length() <= LONGEST
        && PLAIN.matcher(address).matches()
        && (DEMO.matcher(address).matches() || origins.contains(origin(address)));
  }

  /// @return empty when the address is none of a page
  private static String origin(String address) {
    try {
      var uri = new URI(address);
      boolean plain = uri.getScheme() != null && uri.getHost() != null && uri.getUserInfo() == null;
      return plain ? uri.getScheme() + "://" + uri.getRawAuthority() : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
