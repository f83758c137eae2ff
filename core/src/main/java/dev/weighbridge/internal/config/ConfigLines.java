package dev.weighbridge.internal.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which line of a TOML text each setting stands. The parser does not keep lines, so the text is
 * looked through again for what begins a line: a table's header or a key. What stands inside texts
 * and lists of several lines is passed over.
 */
final class ConfigLines {
  private static final String NAME =
      "\\s*(?:([A-Za-z0-9_-]+)|\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*)')\\s*";
  private static final Pattern NAMES = Pattern.compile(NAME);
  private static final Pattern HEADER =
      Pattern.compile("\\s*(\\[\\[?)(" + NAME + "(?:\\." + NAME + ")*+)\\]\\]?\\s*(#.*)?");
  private static final Pattern KEY =
      Pattern.compile("(" + NAME + "(?:\\." + NAME + ")*+)=(?<value>.*)");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))");
  private static final Pattern QUOTED =
      Pattern.compile("\"\"\"|'''|\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*'|#.*");

  /** What some editors put before the first line of a text in Unicode. */
  private static final String MARK = "\uFEFF";

  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private String table = "";
  private String openText = "";
  private int openLists;

  private ConfigLines() {}

  /** The lines of a text that is TOML; of anything else it knows fewer. */
  static ConfigLines of(String toml) {
    ConfigLines lines = new ConfigLines();
    int number = 0;
    String text = toml.startsWith(MARK) ? toml.substring(MARK.length()) : toml;
    for (String line : text.split("\n", -1)) {
      lines.take(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, ++number);
    }
    return lines;
  }

  /** The line of a table or key by its path, such as {@code rules[1].name}; 0 if unknown. */
  int of(String... paths) {
    for (String path : paths) {
      if (lines.containsKey(path)) {
        return lines.get(path);
      }
    }
    return 0;
  }

  private void take(String line, int number) {
    if (!openText.isEmpty() || openLists > 0) {
      follow(line);
      return;
    }
    Matcher header = HEADER.matcher(line);
    if (header.matches()) {
      table = enter(names(header.group(2)), header.group(1).length() == 2);
      lines.putIfAbsent(table, number);
      return;
    }
    Matcher key = KEY.matcher(line);
    if (key.matches()) {
      String name = String.join(".", names(key.group(1)));
      lines.put(table.isEmpty() ? name : table + "." + name, number);
      follow(key.group("value"));
    }
  }

  private static String quoted(Matcher key) {
    return key.group(2) != null ? unescaped(key.group(2)) : key.group(3);
  }

  /** TOML 1.0, "String": what backslashes stand for. */
  private static String unescaped(String text) {
    return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(meant(escape)));
  }

  private static String meant(MatchResult escape) {
    String code = escape.group(1) != null ? escape.group(1) : escape.group(2);
    if (code != null) {
      int point = Integer.parseUnsignedInt(code, 16);
      return Character.isValidCodePoint(point) ? Character.toString(point) : escape.group();
    }
    return switch (escape.group(3)) {
      case "b" -> "\b";
      case "t" -> "\t";
      case "n" -> "\n";
      case "f" -> "\f";
      case "r" -> "\r";
      default -> escape.group(3);
    };
  }

  /** The names of a header with dots between them; a dot in quotes is part of a name. */
  private static List<String> names(String header) {
    List<String> names = new ArrayList<>();
    Matcher name = NAMES.matcher(header);
    while (name.find()) {
      names.add(name.group(1) != null ? name.group(1) : quoted(name));
    }
    return names;
  }

  /** The path of a table, with the numbers of the lists it lies in: {@code rules[1].more[0]}. */
  private String enter(List<String> names, boolean isElement) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      path.append(i == 0 ? "" : ".").append(names.get(i));
      if (isElement && i == names.size() - 1) {
        counts.merge(path.toString(), 1, Integer::sum);
      }
      int count = counts.getOrDefault(path.toString(), 0);
      if (count > 0) {
        path.append('[').append(count - 1).append(']');
      }
    }
    return path.toString();
  }

  /** Notes whether a text or a list goes on in the next line. */
  private void follow(String value) {
    int at = 0;
    while (at < value.length()) {
      if (!openText.isEmpty()) {
        int end = value.indexOf(openText, at);
        if (end < 0) {
          return;
        }
        at = end + openText.length();
        openText = "";
      }
      Matcher quoted = QUOTED.matcher(value);
      boolean isFound = quoted.find(at);
      count(value.substring(at, isFound ? quoted.start() : value.length()));
      at = isFound ? quoted.end() : value.length();
      boolean isLong = isFound && (quoted.group().equals("\"\"\"") || quoted.group().equals("'''"));
      openText = isLong ? quoted.group() : "";
    }
  }

  private void count(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      openLists += plain.charAt(i) == '[' ? 1 : 0;
      openLists -= plain.charAt(i) == ']' ? 1 : 0;
    }
  }
}
