package dev.xiaoer.replies.command;

import dev.xiaoer.replies.Rule;
import dev.xiaoer.replies.RuleBook;
import dev.xiaoer.replies.RulePack;
import dev.xiaoer.replies.Serving;
import dev.xiaoer.replies.pack.InvalidPackException;
import dev.xiaoer.replies.pack.PackProblem;
import dev.xiaoer.replies.pack.RulePacks;
import dev.xiaoer.replies.text.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `check` looks for mistakes in packs, `try` tells what the desk would say and why.
public final class Main {

  static final int GOOD = 0;
  static final int MISTAKES = 1;
  static final int MISUSED = 2;

  /// Kept, so that its level is.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;
  private final Locale usual;

  Main(PrintStream out, PrintStream err, Clock clock, Locale usual) {
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.usual = usual;
  }

  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new Main(out, err, Clock.systemUTC(), Locale.getDefault()).run(List.of(arguments)));
  }

  /// @return 0 when all is well, 1 when a pack has mistakes, 2 when it was not called as it has to be
  int run(List<String> arguments) {
    Words words = Words.in(usual);
    try {
      Options options = Options.of(arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size()));
      words = Words.in(language(options));
      return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
        case "check" -> check(options, words);
        case "try" -> trial(options, words);
        default -> throw new UsageException("command.usage", states());
      };
    } catch (UsageException e) {
      err.println(e.words(words));
      return MISUSED;
    }
  }

  private int check(Options options, Words words) throws UsageException {
    if (options.packs().isEmpty()) {
      throw new UsageException("command.usage", states());
    }
    int result = GOOD;
    for (String name : options.packs()) {
      RulePack pack = read(name, words);
      if (pack == null) {
        result = MISTAKES;
        continue;
      }
      long keywords = pack.rules().stream()
          .mapToLong(rule -> rule.when() instanceof Rule.Heard(var _, var its, var _) ? its.size() : 0).sum();
      out.println(words.of("command.good", name, pack.language().toLanguageTag(), pack.rules().size(), keywords,
          pack.faq().entries().size()));
    }
    return result;
  }

  private int trial(Options options, Words words) throws UsageException {
    Duration waited = waited(options);
    if (options.said().isEmpty() && waited == null && !options.closes()) {
      throw new UsageException("command.no-moment");
    }
    RuleBook book = book(options, words);
    if (book == null) {
      return MISTAKES;
    }
    RulePack pack = book.in(language(options));
    new Trial(Scene.of(options, pack, clock), words, out).play(waited);
    return GOOD;
  }

  private @Nullable RuleBook book(Options options, Words words) throws UsageException {
    if (options.packs().isEmpty()) {
      return RulePacks.demo();
    }
    var packs = new ArrayList<RulePack>();
    for (String name : options.packs()) {
      RulePack pack = read(name, words);
      if (pack == null) {
        return null;
      }
      packs.add(pack);
    }
    return new RuleBook(packs);
  }

  /// @return null when it has mistakes, which are told
  private @Nullable RulePack read(String name, Words words) throws UsageException {
    try (Reader file = Files.newBufferedReader(Path.of(name))) {
      return RulePacks.read(file);
    } catch (InvalidPackException e) {
      for (PackProblem one : e.problems()) {
        err.println(words.of("command.place", name, one.line(), one.column(), one.reason(words.language())));
      }
      err.println(words.of("command.mistakes", e.problems().size()));
      return null;
    } catch (IOException e) {
      throw new UsageException("command.unreadable", name);
    }
  }

  private Locale language(Options options) throws UsageException {
    String tag = options.value(Options.LANG, usual.toLanguageTag());
    Locale language = Locale.forLanguageTag(tag);
    if (language.getLanguage().isEmpty()) {
      throw new UsageException("command.value-wrong", Options.LANG, tag);
    }
    return language;
  }

  private static @Nullable Duration waited(Options options) throws UsageException {
    String text = options.value("--waited");
    try {
      return text == null ? null : Duration.parse("PT" + text);
    } catch (DateTimeParseException e) {
      throw new UsageException("command.value-wrong", "--waited", text == null ? "" : text);
    }
  }

  private static String states() {
    return Arrays.stream(Serving.State.values()).map(Serving.State::key).collect(Collectors.joining(", "));
  }
}
