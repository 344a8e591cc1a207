package dev.xiaoer.replies.faq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
/// no answer knows weighs most: a question about something else cannot agree by its small words.
public final class FaqIndex {

  /// How many questions are measured, and of how many words at most.
  private static final int LOOKED_AT = 50;
  private static final int WORDS = 64;

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

  private record Phrasing(String id, Set<String> words) {}

  /// @param synonyms words that mean the same, in groups
  public FaqIndex(List<Asked> asked, List<List<String>> synonyms) {
    this.words = new QuestionWords(synonyms);
    this.answers = asked.size();
    for (Asked one : asked) {
      var all = new HashSet<String>();
      for (String question : one.questions()) {
        Set<String> its = words.of(question);
        phrasings.add(new Phrasing(one.id(), its));
        all.addAll(its);
      }
      all.forEach(word -> answersWith.merge(word, 1, Integer::sum));
    }
    this.searcher = searcher(phrasings);
  }

  /// @return each answer once, the best first
  public List<Hit> find(String question) {
    Set<String> asked = words.of(question);
    Map<String, Double> scores = new HashMap<>();
    for (Phrasing one : sharing(asked)) {
      scores.merge(one.id(), agreement(asked, one.words()), Math::max);
    }
    return scores.entrySet().stream().map(one -> new Hit(one.getKey(), one.getValue()))
        .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id)).toList();
  }

  private double agreement(Set<String> asked, Set<String> known) {
    double both = asked.stream().filter(known::contains).mapToDouble(this::weight).sum();
    double all = asked.stream().mapToDouble(this::weight).sum() + known.stream().mapToDouble(this::weight).sum();
    return all == 0 ? 0 : 2 * both / all;
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
