package dev.weighbridge.document;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** A document before it is values: its text, what it says it is, and what must be in it. */
final class DocumentText {
  /** A byte of JSON may become this many of memory: two brackets and a comma are a table. */
  private static final long MEMORY_OF_BYTE = 32;

  private static final String SCHEMA = "schema";
  private static final String LIST = "documents";

  private DocumentText() {}

  /** The text of a file; errors as {@link SizeDocument#read(Path)} tells them. */
  static String of(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    try (InputStream stream = Files.newInputStream(file)) {
      return of(file.toString(), stream);
    }
  }

  /** The text of a stream, which is not closed; errors as for a file. */
  static String of(String source, InputStream stream) throws IOException {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(stream, "stream");
    long most = Runtime.getRuntime().maxMemory() / MEMORY_OF_BYTE;
    return ConfigTable.text(source, stream, (int) Math.min(most, 1 << 30));
  }

  /** A document of a schema. */
  static ConfigTable parse(String source, String text, String schema) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    return checked(ConfigTable.json(source, text), schema);
  }

  /** One document of a schema, or an array of such. */
  static List<ConfigTable> parseAll(String source, String text, String schema) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    if (!text.stripLeading().startsWith("[")) {
      return List.of(parse(source, text, schema));
    }
    ConfigTable all = ConfigTable.json(source, "{\"" + LIST + "\":" + text + "}");
    if (all.keys().size() != 1) {
      throw new ConfigException(source, "one array of JSON", "more behind its end");
    }
    return all.tables(LIST).stream().map(one -> checked(one, schema)).toList();
  }

  private static ConfigTable checked(ConfigTable document, String schema) {
    if (!document.has(SCHEMA) || !document.presentText(SCHEMA).equals(schema)) {
      throw document.fault(SCHEMA, schema);
    }
    return document;
  }

  /** Refuses a document without a list that must be there, and be it empty. */
  static List<ConfigTable> rows(ConfigTable table, String key) {
    if (!table.has(key)) {
      throw table.fault(key, "a list");
    }
    return table.tables(key);
  }

  /** An object that must be there. */
  static ConfigTable object(ConfigTable table, String key) {
    return table.table(key).orElseThrow(() -> table.fault(key, "an object"));
  }

  /** A number of 0 or more that must be there. */
  static long count(ConfigTable table, String key) {
    OptionalLong count = table.count(key);
    return count.orElseThrow(() -> table.fault(key, "a whole number of 0 or more"));
  }

  /** A number that must be there. */
  static long integer(ConfigTable table, String key) {
    OptionalLong number = table.integer(key);
    return number.orElseThrow(() -> table.fault(key, "a whole number"));
  }

  /** Numbers of 0 or more by their names. */
  static Map<String, Long> counts(ConfigTable table) {
    Map<String, Long> counts = new LinkedHashMap<>();
    table.keys().forEach(key -> counts.put(key, count(table, key)));
    return counts;
  }

  /** Numbers by their names. */
  static Map<String, Long> integers(ConfigTable table) {
    Map<String, Long> integers = new LinkedHashMap<>();
    table.keys().forEach(key -> integers.put(key, integer(table, key)));
    return integers;
  }
}
