package dev.xiaoer.replies.faq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Finds questions that were asked in other words. Does not change; any thread.
///
/// Lucene finds the questions that share words with what was asked. How much they agree is then measured on a scale that
/// does not depend on the size of the pack: the weight of the words that both have, doubled, over the weight of all words
/// of both. 1 is the same question, 0 is none of its words. A word weighs the more the fewer answers know it, and what
/// no answer knows weighs most: a question about something else cannot agree by its small words. A word that only other
/// answers know speaks for them and counts twice; and where none of the words that tell a question from the others was
/// asked (its heaviest), little is left of what agrees.
public final class FaqIndex {

  /// How many questions are measured, and of how many words at most.
  private static final int LOOKED_AT = 50;
  private static final int WORDS = 64;

  /// How much is left of what agrees when it is not by a question's heaviest words.
  private static final double BY_SMALL_WORDS = 0.6;

  private static final String WORD = "word";

  private final QuestionWords words;
  private final List<Phrasing> phrasings = new ArrayList<>();
  private final Map<String, Integer> answersWith = new HashMap<>();
  private final int answers;
  private final IndexSearcher searcher;

  /// @param questions one question in several wordings
  public record Asked(String id, List<String> questions) {}

  /// @param id    of what was [Asked]
  /// @param score from 0 to 1
  public record Hit(String id, double score) {}

  /// @param answer all words of its answer's phrasings
  private record Phrasing(String id, Set<String> words, Set<String> answer) {}

  /// @param synonyms words that mean the same, in groups
  public FaqIndex(List<Asked> asked, List<List<String>> synonyms) {
    this.words = new QuestionWords(synonyms);
    this.answers = asked.size();
    for (Asked one : asked) {
      List<Set<String>> questions = one.questions().stream().map(words::of).toList();
      Set<String> all = questions.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
      questions.forEach(its -> phrasings.add(new Phrasing(one.id(), its, all)));
      all.forEach(word -> answersWith.merge(word, 1, Integer::sum));
    }
    this.searcher = searcher(phrasings);
  }

  /// @return each answer once, the best first
  public List<Hit> find(String question) {
    Set<String> asked = words.of(question);
    Map<String, Double> scores = new HashMap<>();
    for (Phrasing one : sharing(asked)) {
      scores.merge(one.id(), agreement(asked, one), Math::max);
    }
    return scores.entrySet().stream().map(one -> new Hit(one.getKey(), one.getValue()))
        .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id)).toList();
  }

  private double agreement(Set<String> asked, Phrasing known) {
    List<String> both = asked.stream().filter(known.words()::contains).toList();
    double elsewhere = weight(asked.stream().filter(word -> answersWith.containsKey(word)
        && !known.answer().contains(word)));
    double all = weight(asked.stream()) + weight(known.words().stream()) + elsewhere;
    boolean byHeaviest = heaviest(both) == heaviest(known.words());
    return both.isEmpty() ? 0 : 2 * weight(both.stream()) / all * (byHeaviest ? 1 : BY_SMALL_WORDS);
  }

  private double heaviest(Collection<String> words) {
    return words.stream().mapToDouble(this::weight).max().orElse(0);
  }

  private double weight(Stream<String> words) {
    return words.mapToDouble(this::weight).sum();
  }

  private double weight(String word) {
    double known = answersWith.getOrDefault(word, 0);
    return Math.log(1 + (answers + 1) / (known + 0.5));
  }

  private List<Phrasing> sharing(Set<String> asked) {
    var query = new BooleanQuery.Builder();
    asked.stream().limit(WORDS)
        .forEach(word -> query.add(new TermQuery(new Term(WORD, word)), BooleanClause.Occur.SHOULD));
    try {
      var found = new ArrayList<Phrasing>();
      for (ScoreDoc one : searcher.search(query.build(), LOOKED_AT).scoreDocs) {
        found.add(phrasings.get(one.doc));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In memory, with the phrasings' places in their list as the numbers of the documents.
  private static IndexSearcher searcher(List<Phrasing> phrasings) {
    var directory = new ByteBuffersDirectory();
    try {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (Phrasing one : phrasings) {
          var document = new Document();
          one.words().forEach(word -> document.add(new StringField(WORD, word, Field.Store.NO)));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      return new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
