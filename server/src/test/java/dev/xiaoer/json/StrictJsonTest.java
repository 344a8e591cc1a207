package dev.xiaoer.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.json.StrictJson.Decoded;
import dev.xiaoer.protocol.ByBuyer;
import dev.xiaoer.protocol.ConversationId;
import dev.xiaoer.protocol.ForStaff;
import dev.xiaoer.protocol.Ref;
import dev.xiaoer.protocol.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800\\ud800", "\\udc00\\ud800", "\\uD83Dx", "\\ud83d\\n",
    "\\\\\\ud83d", "\ud83d"})
  void halfACodePointIsRefusedInAnyField(String half) {
    for (String frame : new String[]{"{'type':'hello','token':'%s'}", "{'type':'hello','token':'t','language':'%s'}",
      "{'type':'conversation.start','ref':'abcdefghijklmnop','group':'%s','text':'x'}", "{'%s':1}",
      "{'type':'%s'}"}) {
      assertThat(read(frame.formatted(half))).as(frame).isEqualTo(new Decoded.Bad<>(Refusal.BAD_TEXT, ""));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d\\ude22", "\\\\ud83d", "\ud83d\ude22", "\\u00e9"})
  void wholeCodePointsAreReadHoweverTheyAreSpelt(String whole) {
    assertThat(read("{'type':'hello','token':'%s'}".formatted(whole))).isInstanceOf(Decoded.Good.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
    "{'type':'x','ref':'abcdefghijklmnop'} | abcdefghijklmnop",
    "{'a':{'ref':'xxxxxxxxxxxxxxxxxx'},'ref':'abcdefghijklmnop',,, | abcdefghijklmnop",
    "{'ref':'short'} |", "{'ref':12} |", "{'ref':{'ref':'abcdefghijklmnop'}} |", "['ref','abcdefghijklmnop'] |",
    "{ |", "'' |",
  })
  void theRefOfABadFrameIsToldWhereItCanBeRead(String text, @Nullable String ref) {
    Ref found = json.refOf(text.replace('\'', '"'));
    assertThat(found == null ? null : found.value()).isEqualTo(ref);
  }

  @Test
  void theNumberLeftOpenIsNotMistakenForWhatPeopleWrote() {
    String like = "\"seq\":" + Around.OPEN;
    Around around = json.writeAround(new ForStaff.ReplyExplained(Around.OPEN, ForStaff.ReplyKind.KEYWORD, like, like));
    assertThat(around.before() + 7 + around.after())
        .isEqualTo(json.write(new ForStaff.ReplyExplained(7, ForStaff.ReplyKind.KEYWORD, like, like)));
  }

  private Decoded<ByBuyer> read(String text) {
    return json.read(ByBuyer.class, text.replace('\'', '"'));
  }
}
