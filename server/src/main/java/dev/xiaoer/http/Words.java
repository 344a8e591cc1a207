package dev.xiaoer.http;

import dev.xiaoer.protocol.Refusal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The words of refusals, from the message files.
@Component
public class Words {

  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  public String of(Refusal code, Locale language) {
    return messages.getMessage("refusal." + code.name(), null, language);
  }
}
