package dev.xiaoer.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What the `///` comments in the source of this room say about a type, a component or a constant.
final class SourceWords {

  private static final Pattern TYPE = Pattern.compile("^(?:public |sealed |final )*(?:record|interface|enum) (\\w+).*");
  private static final Pattern CONSTANT = Pattern.compile("^([A-Z][A-Z_]+)\\b[(,;]?.*");
  private static final Pattern PARAM = Pattern.compile("^@param (\\w+) (.*)$");

  private final Path folder;
  private final Map<String, Map<String, String>> files = new HashMap<>();

  SourceWords() {
    this.folder = ProtocolFiles.sources();
  }

  /// What is said about a type, or nothing.
  String of(Class<?> type) {
    return said(type, type.getSimpleName());
  }

  /// What is said about a component of a record, or nothing.
  String of(Class<?> type, String component) {
    return said(type, type.getSimpleName() + '.' + component);
  }

  /// What is said about a constant of an enum: a comment is about the first one of the line below it.
  String of(Enum<?> constant) {
    return said(constant.getDeclaringClass(), constant.getDeclaringClass().getSimpleName() + '#' + constant.name());
  }

  private String said(Class<?> type, String name) {
    Class<?> top = type;
    while (top.getDeclaringClass() != null) {
      top = top.getDeclaringClass();
    }
    return files.computeIfAbsent(top.getSimpleName(), this::read).getOrDefault(name, "");
  }

  private Map<String, String> read(String file) {
    try {
      return parse(Files.readAllLines(folder.resolve(file + ".java")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> parse(List<String> lines) {
    var words = new HashMap<String, String>();
    var comment = new ArrayList<String>();
    String type = "";
    for (String raw : lines) {
      String line = raw.strip();
      if (line.startsWith("///")) {
        comment.add(line.substring(3).strip());
        continue;
      }
      var declared = TYPE.matcher(line);
      var constant = CONSTANT.matcher(line);
      if (declared.matches()) {
        type = declared.group(1);
        keep(words, type, comment);
      } else if (constant.matches()) {
        words.put(type + '#' + constant.group(1), String.join(" ", comment));
      }
      if (!line.startsWith("@")) {
        comment.clear();
      }
    }
    return words;
  }

  private static void keep(Map<String, String> words, String type, List<String> comment) {
    String about = type;
    for (String line : comment) {
      var param = PARAM.matcher(line);
      if (param.matches()) {
        about = type + '.' + param.group(1);
        words.put(about, param.group(2));
      } else {
        words.merge(about, line, SourceWords::join);
      }
    }
  }

  /// Lines run on; an item of a list keeps a line of its own.
  private static String join(String before, String more) {
    return (before + (more.startsWith("- ") ? "\n" : " ") + more).strip();
  }
}
