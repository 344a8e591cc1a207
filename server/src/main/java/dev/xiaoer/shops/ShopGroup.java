package dev.xiaoer.shops;

/// A group of agents that a shop's buyers can ask for.
public record ShopGroup(String id, Bilingual name) {

  public ShopGroup(String id, String name) {
    this(id, Bilingual.of(name));
  }
}
