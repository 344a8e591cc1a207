package dev.xiaoer.shops;

/// A group of agents that a shop's buyers can ask for.
public record ShopGroup(String id, String name) {}
