package dev.xiaoer.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON a run leaves.
public final class Results {

  private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Results() {}

  public static void write(Report report, Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(report) + "\n");
  }

  public static Report read(Path file) throws IOException {
    return JSON.readValue(Files.readString(file), Report.class);
  }
}
