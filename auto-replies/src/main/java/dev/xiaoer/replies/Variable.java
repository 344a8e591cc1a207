package dev.xiaoer.replies;

import java.util.Arrays;
import java.util.Optional;

/// What a text may name in braces, by either of its names.
public enum Variable {
  SHOP("shop", "店铺"), BUYER("buyer", "买家昵称"), AGENT("agent", "客服昵称"),
  /// The place in the queue, from 1.
  POSITION("position", "位次"),
  /// How long the queue will take, as far as is known.
  WAIT("wait", "预计等待"),
  /// When the agent will be back.
  BACK("back", "返回时间"),
  /// The hours of the pack.
  HOURS("hours", "服务时间"),
  /// When the next of these hours begin.
  OPENS("opens", "上班时间"),
  /// How long the buyer has waited.
  WAITED("waited", "已等待"),
  /// The keyword that was found, as it is written in the pack.
  KEYWORD("keyword", "关键词");

  private final String key;
  private final String chinese;

  Variable(String key, String chinese) {
    this.key = key;
    this.chinese = chinese;
  }

  public String key() {
    return key;
  }

  public String chinese() {
    return chinese;
  }

  public static Optional<Variable> of(String name) {
    return Arrays.stream(values()).filter(one -> one.key.equals(name) || one.chinese.equals(name)).findFirst();
  }
}
