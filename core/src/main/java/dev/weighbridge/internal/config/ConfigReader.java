package dev.weighbridge.internal.config;

import dev.weighbridge.config.ConfigException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.toml.TomlFactory;

/**
 * Reads a document into maps, lists, texts, numbers and truth values. The only class that names the
 * parsers, so that they are loaded when somebody has settings and not before.
 */
final class ConfigReader {
  /** Nobody writes this by hand; a file of this depth or length is not a settings file. */
  private static final int MAX_DEPTH = 32;

  /** Programs write what is deeper: two of these for each level of rows. */
  private static final int MAX_DEPTH_OF_JSON = 256;

  private static final String JSON = "JSON";

  /** What JSON says has no value; its text is the word. */
  enum Null {
    NULL;

    @Override
    public String toString() {
      return "null";
    }
  }

  private final String source;
  private final String language;
  private final Deque<Object> open = new ArrayDeque<>();
  private final Deque<String> names = new ArrayDeque<>();
  private @Nullable Object root;

  private ConfigReader(String source, String language) {
    this.source = source;
    this.language = language;
  }

  static Map<String, Object> toml(String source, String text) {
    return new ConfigReader(source, "TOML").read(new TomlFactory(), text);
  }

  static Map<String, Object> json(String source, String text) {
    return new ConfigReader(source, JSON)
        .read(
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build(),
            text);
  }

  private Map<String, Object> read(TokenStreamFactory factory, String text) {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        take(parser, token);
      }
    } catch (JacksonException e) {
      String line =
          e.getLocation() == null || e.getLocation().getLineNr() < 0
              ? ""
              : " in line " + e.getLocation().getLineNr();
      String found = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("none");
      int place = found.indexOf(" (start marker at [Source");
      found = place < 0 ? found : found.substring(0, place);
      throw new ConfigException(source, "well-formed " + language, found + line);
    }
    if (root instanceof Map<?, ?> map) {
      return typed(map);
    }
    throw new ConfigException(
        source, "one " + table() + " of " + language, root == null ? "none" : "a value");
  }

  private String table() {
    return language.equals(JSON) ? "object" : "table";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> typed(Object map) {
    return (Map<String, Object>) map;
  }

  private void take(JsonParser parser, JsonToken token) {
    switch (token) {
      case START_OBJECT -> push(new LinkedHashMap<String, Object>());
      case START_ARRAY -> push(new ArrayList<Object>());
      case END_OBJECT, END_ARRAY -> open.pop();
      case PROPERTY_NAME -> names.push(parser.currentName());
      case VALUE_NUMBER_INT -> add(integer(parser));
      case VALUE_NUMBER_FLOAT -> add(parser.getDoubleValue());
      case VALUE_TRUE -> add(true);
      case VALUE_FALSE -> add(false);
      case VALUE_NULL -> add(Null.NULL);
      default -> add(parser.getString());
    }
  }

  private Object integer(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT, LONG -> (Object) parser.getLongValue();
      // Too large for any size; stays visible as text and is refused by whoever asks.
      default -> parser.getString();
    };
  }

  private void push(Object container) {
    int deepest = language.equals(JSON) ? MAX_DEPTH_OF_JSON : MAX_DEPTH;
    if (open.size() >= deepest) {
      throw new ConfigException(source, "at most " + deepest + " levels", "more");
    }
    add(container);
    open.push(container);
  }

  private void add(Object value) {
    if (open.isEmpty()) {
      if (root != null) {
        throw new ConfigException(
            source, "one " + table() + " of " + language, "more behind its end");
      }
      root = value;
    } else if (open.peek() instanceof Map<?, ?> map) {
      typed(map).put(names.pop(), value);
    } else if (open.peek() instanceof List<?> list) {
      elements(list).add(value);
    }
  }

  @SuppressWarnings("unchecked")
  private static Collection<Object> elements(Object list) {
    return (Collection<Object>) list;
  }
}
