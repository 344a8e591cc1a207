package dev.xiaoer.replies;

import dev.xiaoer.replies.pack.InvalidPackException;
import dev.xiaoer.replies.pack.RulePacks;
import java.io.IOException;
import java.io.StringReader;

/// Packs for tests.
public final class Packs {

  /// Every kind once, so short that a test can name what is said.
  static final String SHORT = """
      language: zh-CN
      hours: [daily 09:00-18:00]
      rules:
        - { id: welcome, kind: first-reception, text: "欢迎光临{shop}" }
        - { id: queue, kind: queueing, text: "第{position}位，约{wait}", fallback: "第{position}位" }
        - { id: busy, kind: busy, text: "{agent}很忙" }
        - { id: hung-up, kind: hung-up, text: "{agent}{back}回来", fallback: "{agent}就回来" }
        - { id: break, kind: on-break, text: "{agent}吃饭" }
        - { id: away, kind: away, text: "抱歉，{agent}不在" }
        - { id: closed, kind: off-hours, text: "{opens}上班", fallback: "{hours}服务" }
        - { id: slow, kind: slow-answer, after: 60s, text: "等了{waited}" }
        - { id: thanks, kind: closing, text: 谢谢 }
        - { id: ship, kind: keyword, keywords: [发货], text: "{keyword}：今天" }
      faq:
        answers:
          - { id: size, question: 盖碗多大, answer: 150 毫升 }
      """;

  private Packs() {}

  public static RulePack read(String yaml) {
    try {
      return RulePacks.read(new StringReader(yaml));
    } catch (InvalidPackException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
