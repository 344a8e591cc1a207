package dev.xiaoer.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.json.StrictJson.Decoded;
import dev.xiaoer.protocol.ByBuyer;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

  private static final String REF = "abcdefghijklmnop";
  private static final String CONVERSATION = "AAAAAAAAAAAAAAAAAAAAAA";

  private final StrictJson json = new StrictJson();

  @Test
  void aWellFormedCommandIsRead() {
    assertThat(read("{'type':'message.post','ref':'%s','conversation':'%s','text':'在吗'}".formatted(REF, CONVERSATION)))
        .isEqualTo(new Decoded.Good<>(new ByBuyer.Post(new Ref(REF), new ConversationId(CONVERSATION), "在吗")));
  }

  @Test
  void aFieldThatMayBeMissingMayBeMissing() {
    assertThat(read("{'type':'hello','token':'t'}")).isEqualTo(new Decoded.Good<>(new ByBuyer.Hello("t", null)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
    "{'type':'no.such'} | UNKNOWN_TYPE",
    "{'type':'note.post','ref':'abcdefghijklmnop','conversation':'AAAAAAAAAAAAAAAAAAAAAA','text':'x'} | UNKNOWN_TYPE",
    "{'token':'t'} | UNKNOWN_TYPE",
    "{'type':'hello','token':'t','extra':1} | UNKNOWN_FIELD",
    "{'type':'hello'} | INVALID",
    "{'type':'hello','token':null} | INVALID",
    "{'type':'hello','token':12} | INVALID",
    "{'type':'hello','token':{}} | INVALID",
    "{'type':'hello','token':'t','token':'u'} | MALFORMED",
    "{'type':'hello','token':'t'} x | MALFORMED",
    "{'type':'read','conversation':'AAAAAAAAAAAAAAAAAAAAAA','seq':1.5} | INVALID",
    "{'type':'read','conversation':'AAAAAAAAAAAAAAAAAAAAAA','seq':1e400} | INVALID",
    "{'type':'read','conversation':'AAAAAAAAAAAAAAAAAAAAAA','seq':'1'} | INVALID",
    "{'type':'read','conversation':'AAAAAAAAAAAAAAAAAAAAAA','seq':null} | INVALID",
    "{'type':'read','conversation':'AAAAAAAAAAAAAAAAAAAAAA'} | INVALID",
    "{'type':'read','conversation':'AAAAAAAAAAAAAAAAAAAAAA','seq':9223372036854775808} | MALFORMED",
    "{'type':'read','conversation':'short','seq':1} | INVALID",
    "{'type':'read','conversation':'../../../../etc/passwd','seq':1} | INVALID",
    "{'type':'topic.unfollow','topic':'c:x:buyer'} | INVALID",
    "[] | INVALID",
    "'text' | UNKNOWN_TYPE",
    "null | MALFORMED",
    "{ | MALFORMED",
    "NaN | MALFORMED",
    "{'type':'hello','token':'t'}} | MALFORMED",
  })
  void whatIsNotExactlyACommandIsRefusedWithACode(String text, Refusal code) {
    assertThat(read(text)).isInstanceOfSatisfying(Decoded.Bad.class, bad -> assertThat(bad.code()).isEqualTo(code));
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(read("[".repeat(17) + "]".repeat(17))).isInstanceOf(Decoded.Bad.class);
    assertThat(read("{'type':'hello','token':" + "[".repeat(100_000))).isInstanceOf(Decoded.Bad.class);
  }

  private Decoded<ByBuyer> read(String text) {
    return json.read(ByBuyer.class, text.replace('\'', '"'));
  }
}
