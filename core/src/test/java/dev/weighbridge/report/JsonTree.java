package dev.weighbridge.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON document as maps, lists, strings, numbers and booleans, for tests to look into. */
public final class JsonTree {
  private final Object value;

  private JsonTree(Object value) {
    this.value = value;
  }

  public static JsonTree of(String text) {
    List<JsonTree> documents = lines(text);
    if (documents.size() != 1) {
      throw new IllegalArgumentException("expected one document, found " + documents.size());
    }
    return documents.get(0);
  }

  public static List<JsonTree> lines(String text) {
    List<JsonTree> documents = new ArrayList<>();
    try (JsonParser json =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
      while (json.nextToken() != null) {
        documents.add(new JsonTree(read(json)));
      }
    }
    return documents;
  }

  private static Object read(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String name = json.currentName();
          json.nextToken();
          if (entries.put(name, read(json)) != null) {
            throw new IllegalArgumentException("two entries named " + name);
          }
        }
        yield entries;
      }
      case START_ARRAY -> {
        List<Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          values.add(read(json));
        }
        yield values;
      }
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      default -> throw new IllegalArgumentException("unexpected " + json.currentToken());
    };
  }

  public boolean has(String name) {
    return ((Map<?, ?>) value).containsKey(name);
  }

  /** The names of the entries of an object. */
  public List<String> names() {
    return ((Map<?, ?>) value).keySet().stream().map(String::valueOf).toList();
  }

  public JsonTree get(String name) {
    Object entry = ((Map<?, ?>) value).get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no entry " + name + " in " + value);
    }
    return new JsonTree(entry);
  }

  public long number(String name) {
    return ((Number) get(name).value).longValue();
  }

  public String string(String name) {
    return (String) get(name).value;
  }

  public List<JsonTree> list(String name) {
    return has(name) ? ((List<?>) get(name).value).stream().map(JsonTree::new).toList() : List.of();
  }

  /** The sum of all numbers of an object. */
  public long sum() {
    return ((Map<?, ?>) value).values().stream().mapToLong(n -> ((Number) n).longValue()).sum();
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
