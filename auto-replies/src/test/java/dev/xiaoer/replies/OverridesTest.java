package dev.xiaoer.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.replies.pack.InvalidPackException;
import dev.xiaoer.replies.pack.RulePacks;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridesTest {

  private static final String CHANGES = """
      overrides:
        desk:
          welcome: { text: 客服部欢迎您 }
          busy: { off: true }
        groups:
          presales:
            welcome: { text: 售前欢迎您 }
            thanks: { text: 售前谢谢您 }
          aftersales:
            thanks: { off: true }
        agents:
          qing:
            thanks: { text: 小青谢谢您 }
            busy: { text: 小青很忙 }
      """;

  private final RulePack pack = Packs.read(Packs.SHORT + CHANGES);

  @Test
  void theNearerWordsGoBeforeTheWider() {
    assertThat(new Chat(pack).hears("你好")).containsExactly("客服部欢迎您");
    assertThat(new Chat(pack).inGroup("presales").hears("你好")).containsExactly("售前欢迎您");
    assertThat(Chat.texts(new Chat(pack).inGroup("presales").meets(new Moment.Closed()))).containsExactly("小青谢谢您");
  }

  @Test
  void whoseWordsTheyAreIsTold() {
    assertThat(new Chat(pack).inGroup("presales").says("你好").replies()).extracting(Reply::wordedBy)
        .containsExactly(Level.GROUP);
    assertThat(new Chat(pack).agentIs(Serving.State.AWAY).says("你好").replies()).extracting(Reply::wordedBy)
        .containsExactly(Level.PACK);
  }

  @Test
  void whatWasSwitchedOffFurtherUpStaysOff() {
    assertThat(new Chat(pack).inGroup("aftersales").meets(new Moment.Closed()).considered())
        .extracting(Considered::outcome).containsExactly(Considered.Outcome.SWITCHED_OFF);
    assertThat(new Chat(pack).agentIs(Serving.State.ONLINE, null, true).hears("你好")).containsExactly("客服部欢迎您");
  }

  @Test
  void wordsAnAgentTypedAreSaidAsTheyAre() {
    var typed = new Overrides(Map.of(), Map.of(),
        Map.of("qing", Map.of("hung-up", Override.typed("去拿快递，{back} 三分钟"))));
    assertThat(new Chat(pack.with(typed)).agentIs(Serving.State.HUNG_UP).hears("你好"))
        .containsExactly("去拿快递，{back} 三分钟");
    assertThat(Chat.texts(new Chat(pack.with(typed)).meets(new Moment.Closed()))).containsExactly("小青谢谢您");
  }

  @Test
  void changesMayLieInAFileOfTheirOwn() throws InvalidPackException, IOException {
    Overrides changes = RulePacks.overrides(new StringReader("agents: { qing: { welcome: { text: 小青欢迎您 } } }"), pack);
    assertThat(new Chat(pack.with(changes)).hears("你好")).containsExactly("小青欢迎您");
  }
}
