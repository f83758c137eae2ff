package dev.weighbridge.history;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.internal.config.ConfigTable;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** A build as a line of JSON; members are always in the same order. */
final class HistoryLine {
  private static final String SCHEMA = "weighbridge/history/1";

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private HistoryLine() {}

  /** The line of a build, without its end. */
  static String of(HistoryEntry entry) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeStringProperty("commit", entry.commit());
      json.writeStringProperty("time", entry.time().toString());
      json.writeStringProperty("file", entry.file());
      json.writeStringProperty("target", entry.target());
      json.writeNumberProperty("fileSize", entry.fileSize());
      json.writeNumberProperty("memorySize", entry.memorySize());
      if (entry.shippedSize().isPresent()) {
        json.writeNumberProperty("shippedSize", entry.shippedSize().getAsLong());
      }
      write(json, "kinds", entry.kinds());
      write(json, "sections", entry.sections());
      write(json, "crates", entry.crates());
      if (!entry.regions().isEmpty()) {
        write(json, "regions", entry.regions());
      }
      json.writeEndObject();
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, String name, Map<String, Long> rows) {
    json.writeObjectPropertyStart(name);
    rows.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  /**
   * The build of a line. Members that it does not know are of later versions and pass.
   *
   * @param place where the line stands, for errors
   * @throws ConfigException if it is no build
   */
  static HistoryEntry read(String place, String line) {
    ConfigTable build = ConfigTable.json(place, line);
    if (!build.text("schema").orElse("").equals(SCHEMA)) {
      throw build.fault("schema", SCHEMA);
    }
    return new HistoryEntry(
        build.requiredText("commit"),
        time(build),
        build.requiredText("file"),
        build.requiredText("target"),
        bytes(build, "fileSize"),
        build.count("memorySize").orElse(0),
        build.count("shippedSize"),
        rows(build, "kinds"),
        rows(build, "sections"),
        rows(build, "crates"),
        rows(build, "regions"));
  }

  private static Instant time(ConfigTable build) {
    try {
      return Instant.parse(build.requiredText("time"));
    } catch (DateTimeParseException e) {
      throw build.fault("time", "a time such as 2027-01-31T12:00:00Z");
    }
  }

  private static long bytes(ConfigTable build, String key) {
    if (!build.has(key)) {
      throw build.fault(key, "a whole number of 0 or more");
    }
    return build.count(key).orElseThrow();
  }

  private static Map<String, Long> rows(ConfigTable build, String key) {
    Map<String, Long> rows = new LinkedHashMap<>();
    if (build.has(key)) {
      ConfigTable table = build.table(key).orElseThrow();
      for (String label : table.keys()) {
        rows.put(label, table.count(label).orElseThrow());
      }
    }
    return rows;
  }
}
