package dev.xiaoer.replies.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Where words begin and end, as smartcn sees it.
final class WordBounds {

  private final BitSet bounds;

  private WordBounds(BitSet bounds) {
    this.bounds = bounds;
  }

  static WordBounds of(String text) {
    var bounds = new BitSet(text.length() + 1);
    try (Tokenizer words = new HMMChineseTokenizer()) {
      OffsetAttribute word = words.addAttribute(OffsetAttribute.class);
      words.setReader(new StringReader(text));
      words.reset();
      while (words.incrementToken()) {
        bounds.set(word.startOffset());
        bounds.set(word.endOffset());
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new WordBounds(bounds);
  }

  /// Whether one word or more fill this part of the text.
  boolean hold(int start, int end) {
    return bounds.get(start) && bounds.get(end);
  }
}
