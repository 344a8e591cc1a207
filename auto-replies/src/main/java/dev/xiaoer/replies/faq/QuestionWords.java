package dev.xiaoer.replies.faq;

import dev.xiaoer.replies.text.Folding;
import dev.xiaoer.replies.text.Synonyms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Takes a question apart into the words that matter: smartcn's words, English ones by their stems, none that only greet
/// or ask (`passed-over.txt`), and one for all that mean the same.
final class QuestionWords {

  private static final CharArraySet PASSED_OVER = passedOver();

  private final Synonyms synonyms;
  private final Analyzer analyzer = new Analyzer() {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new HMMChineseTokenizer();
      return new TokenStreamComponents(words, new PorterStemFilter(new StopFilter(words, PASSED_OVER)));
    }
  };

  QuestionWords(List<List<String>> synonyms) {
    this.synonyms = new Synonyms(synonyms);
  }

  Set<String> of(String question) {
    var words = new LinkedHashSet<String>();
    try (TokenStream stream = analyzer.tokenStream("", synonyms.united(Folding.folded(question)))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static CharArraySet passedOver() {
    try (InputStream file = Objects.requireNonNull(QuestionWords.class.getResourceAsStream("passed-over.txt"));
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new CharArraySet(lines.lines().filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split(" ")).stream()).filter(word -> !word.isEmpty()).toList(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
