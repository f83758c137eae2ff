package dev.weighbridge.internal.config;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.internal.words.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A table of settings. Every question about a key answers with a value of the type asked for, or
 * with a {@link ConfigException} that says where, what was expected and what was found; absent keys
 * answer empty. Immutable.
 */
public final class ConfigTable {
  /** A settings file is written by people; this is a thousand pages. */
  private static final int MAX_FILE = 4 << 20;

  /** What is shown of a value that is not what it should be. */
  private static final int MOST_SHOWN = 80;

  private final String source;
  private final String path;
  private final Map<String, Object> values;
  private final ConfigLines lines;
  private final boolean isJson;

  /**
   * A table.
   *
   * @param lines where its settings stand in the file
   * @param isJson whether it is called as JSON calls it
   */
  private ConfigTable(
      String source, String path, Map<String, Object> values, ConfigLines lines, boolean isJson) {
    this.isJson = isJson;
    this.source = source;
    this.path = path;
    this.lines = lines;
    this.values = values;
  }

  /**
   * Reads a TOML file.
   *
   * @throws IOException if it cannot be read
   * @throws ConfigException if there is no such file, or if it is not TOML, not UTF-8, or longer
   *     than 4 MiB
   */
  public static ConfigTable read(Path file) throws IOException {
    return toml(file.toString(), text(file));
  }

  /** The text of a settings file; errors as for {@link #read}. */
  public static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      String found = Files.notExists(file) ? "nothing there" : "a special file";
      throw new ConfigException(
          file.toString(), "a file", Files.isDirectory(file) ? "a directory" : found);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return text(file.toString(), stream, MAX_FILE);
    }
  }

  /**
   * The text of a stream, in UTF-8, to its end; errors as for {@link #read}.
   *
   * @param source what the text is called in errors
   * @param most bytes that it may have: streams state no size, nor do some files, and others grow
   */
  public static String text(String source, InputStream stream, int most) throws IOException {
    byte[] bytes = stream.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new ConfigException(source, "at most " + most + " bytes", "more");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ConfigException(source, "UTF-8", "other bytes");
    }
  }

  /**
   * Reads TOML.
   *
   * @param source what the text is called in errors: a file name
   */
  public static ConfigTable toml(String source, String text) {
    return new ConfigTable(
        source, "", ConfigReader.toml(source, text), ConfigLines.of(text), false);
  }

  /** Reads JSON whose top is an object. */
  public static ConfigTable json(String source, String text) {
    return new ConfigTable(source, "", ConfigReader.json(source, text), ConfigLines.of(""), true);
  }

  /** A table without settings. */
  public static ConfigTable empty(String source) {
    return new ConfigTable(source, "", Map.of(), ConfigLines.of(""), false);
  }

  /** The keys in the order of the file. */
  public Set<String> keys() {
    return values.keySet();
  }

  /** Whether a key is there. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /**
   * Refuses keys that nobody will ask for: a misspelt setting must not be silently without effect.
   */
  public void allowOnly(String... known) {
    for (String key : values.keySet()) {
      if (!List.of(known).contains(key)) {
        throw unknown(key, "one of ", List.of(known));
      }
    }
  }

  /** The complaint about a key that is none of those known; names the one most like it. */
  public ConfigException unknown(String key, String what, Collection<String> known) {
    String meant =
        Spelling.nearest(key, known).map(word -> "; did you mean " + word + "?").orElse("");
    return new ConfigException(place(key), what + String.join(", ", known), key + meant);
  }

  /** A text; what JSON says has no value is the text {@code null}. */
  public Optional<String> text(String key) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value == ConfigReader.Null.NULL) {
      return Optional.of(value.toString());
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw fault(key, "a text in quotes");
  }

  /** A text that must be there and not be blank. */
  public String requiredText(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty() || text.get().isBlank()) {
      throw fault(key, "a text");
    }
    return text.get();
  }

  /** A text that must be there, and may be blank. */
  public String presentText(String key) {
    if (values.get(key) instanceof String text) {
      return text;
    }
    throw fault(key, "a text");
  }

  /** A number of bytes: {@code "400 KiB"} or {@code 409600}; never negative. */
  public OptionalLong bytes(String key) {
    Object value = values.get(key);
    if (value == null) {
      return OptionalLong.empty();
    }
    OptionalLong bytes =
        value instanceof Long || value instanceof String
            ? ByteCount.parse(value.toString())
            : OptionalLong.empty();
    if (bytes.isEmpty()) {
      throw fault(key, ByteCount.EXPECTED);
    }
    return bytes;
  }

  /** A whole number of 0 or more. */
  public OptionalLong count(String key) {
    Object value = values.get(key);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value instanceof Long number && number >= 0) {
      return OptionalLong.of(number);
    }
    throw fault(key, "a whole number of 0 or more");
  }

  /** A whole number, negative or not. */
  public OptionalLong integer(String key) {
    Object value = values.get(key);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value instanceof Long number) {
      return OptionalLong.of(number);
    }
    throw fault(key, "a whole number");
  }

  /** An address of 64 bits without a sign; empty also if it is -1. */
  public OptionalLong address(String key) {
    Object value = values.get(key);
    if (value == null || Long.valueOf(-1).equals(value)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseUnsignedLong(value.toString()));
    } catch (NumberFormatException e) {
      throw fault(key, "an address");
    }
  }

  /** A truth value; false if it is absent. */
  public boolean flag(String key) {
    Object value = values.get(key);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw fault(key, "true or false");
  }

  /** Whole numbers of 0 or more. */
  public List<Long> counts(String key) {
    List<Long> counts = new ArrayList<>();
    for (Object element : elements(key)) {
      if (!(element instanceof Long number) || number < 0) {
        throw fault(key, "a list of whole numbers of 0 or more");
      }
      counts.add(number);
    }
    return counts;
  }

  /** A number. */
  public OptionalDouble number(String key) {
    Object value = values.get(key);
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (value instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    }
    throw fault(key, "a number");
  }

  /** A day: {@code 2027-01-31}, in quotes or not. */
  public Optional<LocalDate> date(String key) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value.toString()));
    } catch (DateTimeParseException e) {
      throw fault(key, "a day such as 2027-01-31");
    }
  }

  /** A regular expression. */
  public Optional<Pattern> pattern(String key) {
    Optional<String> text = text(key);
    try {
      return text.map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      throw fault(key, "a regular expression");
    }
  }

  /** Texts; one text stands for a list of itself. */
  public List<String> texts(String key) {
    Object value = values.get(key);
    if (value instanceof String text) {
      return List.of(text);
    }
    List<String> texts = new ArrayList<>();
    for (Object element : elements(key)) {
      if (!(element instanceof String text)) {
        throw fault(key, "a list of texts");
      }
      texts.add(text);
    }
    return texts;
  }

  /** A text, number, truth value or day, or a list of such, each as it is written. */
  public List<String> words(String key) {
    Object value = values.get(key);
    List<?> elements = value instanceof List<?> list ? list : List.of(requireThere(key, value));
    List<String> words = new ArrayList<>();
    for (Object element : elements) {
      if (element instanceof Map<?, ?> || element instanceof List<?>) {
        throw fault(key, "a text, a number, a truth value, or a list of such");
      }
      words.add(element.toString());
    }
    return words;
  }

  private Object requireThere(String key, @Nullable Object value) {
    if (value == null) {
      throw fault(key, "a value");
    }
    return value;
  }

  /** A table below this one. */
  public Optional<ConfigTable> table(String key) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map<?, ?> map) {
      return Optional.of(below(key, map));
    }
    throw fault(key, table());
  }

  private String table() {
    return isJson ? "an object" : "a table";
  }

  /** Whether a key is there and has no value, which TOML knows nothing like. */
  public boolean isNull(String key) {
    return values.get(key) == ConfigReader.Null.NULL;
  }

  /** Whether a key holds a table. */
  public boolean isTable(String key) {
    return values.get(key) instanceof Map<?, ?>;
  }

  /** Whether a key holds a truth value. */
  public boolean isFlag(String key) {
    return values.get(key) instanceof Boolean;
  }

  /** Whether a key holds a number. */
  public boolean isNumber(String key) {
    return values.get(key) instanceof Number;
  }

  /** The tables of a list: {@code [[allow]]}. */
  public List<ConfigTable> tables(String key) {
    List<ConfigTable> tables = new ArrayList<>();
    for (Object element : elements(key)) {
      if (!(element instanceof Map<?, ?> map)) {
        throw fault(key, isJson ? "a list of objects" : "a list of tables: [[" + key + "]]");
      }
      tables.add(below(key + "[" + tables.size() + "]", map));
    }
    return tables;
  }

  private List<?> elements(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw fault(key, "a list");
  }

  @SuppressWarnings("unchecked")
  private ConfigTable below(String key, Map<?, ?> map) {
    return new ConfigTable(source, path(key), (Map<String, Object>) map, lines, isJson);
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /**
   * Where a key stands, or would stand: the file, the line if the text has one for it, the path.
   */
  public String place(String key) {
    int line = line(key);
    return source + ": " + (line > 0 ? "line " + line + ": " : "") + path(key);
  }

  /** The line of a key, or of the table it is in; 0 if the text has none for them. */
  public int line(String key) {
    return lines.of(path(key), path);
  }

  /** The complaint about a key itself, whatever its value. */
  public ConfigException faultOfKey(String key, String expected) {
    return new ConfigException(place(key), expected, key);
  }

  /** The complaint about a key, to be thrown: where, what was expected, what is there. */
  public ConfigException fault(String key, String expected) {
    Object value = values.get(key);
    String found =
        value == null
            ? "none"
            : value instanceof Map<?, ?>
                ? table()
                : value instanceof List<?> ? "a list" : "'" + shown(value) + "'";
    return new ConfigException(place(key), expected, found);
  }

  /** A value as it fits into a line. */
  private static String shown(Object value) {
    String text = value.toString();
    String line = text.lines().findFirst().orElse("");
    String cut = line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) : line;
    return cut.length() < text.length() ? cut + "..." : cut;
  }
}
