package dev.xiaoer.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xiaoer.replies.pack.InvalidPackException;
import dev.xiaoer.replies.pack.RulePacks;
import dev.xiaoer.replies.text.Words;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps docs/auto-replies.md true. With `-Ddocs.write=true` its tables are written.
class DocTest {

  private static final Path PAGE = Path.of("../docs/auto-replies.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Words WORDS = Words.in(Locale.ENGLISH);

  @Test
  void theTableOfKindsSaysWhatTheCodeSays() throws IOException {
    holds("kinds", kinds());
  }

  @Test
  void theTableOfVariablesSaysWhatTheCodeSays() throws IOException {
    holds("variables", variables());
  }

  @Test
  void everyExampleIsAPack() throws IOException, InvalidPackException {
    List<MatchResult> examples = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
    assertThat(examples).hasSizeGreaterThan(1);
    for (MatchResult example : examples) {
      assertThat(RulePacks.read(new StringReader(example.group(1))).rules()).isNotEmpty();
    }
  }

  private static void holds(String name, String table) throws IOException {
    String text = Files.readString(PAGE);
    String begin = "<!-- The table of " + name + " is written by DocTest. -->\n";
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf("<!-- The end of the table. -->", from);
    assertThat(text).contains(begin);
    if (Boolean.getBoolean("docs.write")) {
      text = text.substring(0, from) + table + text.substring(to);
      Files.writeString(PAGE, text);
      to = from + table.length();
    }
    assertThat(text.substring(from, to)).as("run this test with -Ddocs.write=true").isEqualTo(table);
  }

  private static String kinds() {
    return Arrays.stream(ReplyKind.values())
        .map(kind -> "| `" + kind.key() + "` | " + WORDS.of("kind." + kind.key()) + " | " + limit(kind) + " | "
            + names(kind.known()) + " | " + names(kind.unsure()) + " | " + changes(kind) + " |\n")
        .collect(Collectors.joining("", """
            | kind | when | at most, unless the pack says otherwise | always known | not always | who may change it |
            |---|---|---|---|---|---|
            """, ""));
  }

  private static String limit(ReplyKind kind) {
    Limit limit = kind.limit();
    String times = limit.times() + " " + WORDS.of("per." + limit.per().key());
    return limit.apart().isZero() ? times : times + ", " + limit.apart().toMinutes() + " min apart";
  }

  private static String changes(ReplyKind kind) {
    if (kind == ReplyKind.FAQ) {
      return "–";
    }
    String all = kind.mayBeOff() ? "desk, group: words, off" : "desk, group: words";
    return kind.mayBeWordedByAgents() ? all + "; agent: words" : all;
  }

  private static String variables() {
    return Arrays.stream(Variable.values())
        .map(one -> "| `{" + one.key() + "}` | `{" + one.chinese() + "}` |\n")
        .collect(Collectors.joining("", "| variable | the same in Chinese |\n|---|---|\n", ""));
  }

  private static String names(Collection<Variable> variables) {
    return variables.stream().map(Variable::key).collect(Collectors.joining(", "));
  }
}
