package dev.xiaoer.bench.dialect;

import java.util.ArrayList;
import java.util.List;

/// A line that writes down what a dialect does with it.
final class Heard implements Line {

  final List<String> sent = new ArrayList<>();
  final List<String> told = new ArrayList<>();

  @Override
  public void send(String text) {
    sent.add(text);
  }

  @Override
  public void againAfter(long millis) {
    told.add("again after " + millis);
  }

  @Override
  public void ready() {
    told.add("ready");
  }

  @Override
  public void acknowledged(int phase, int number) {
    told.add("acknowledged " + phase + "/" + number);
  }

  @Override
  public void delivered(int phase, int number) {
    told.add("delivered " + phase + "/" + number);
  }

  @Override
  public void refused(String words) {
    told.add("refused " + words);
  }
}
