package dev.weighbridge.budget;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.internal.config.ByteCount;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a budget, in which figures can be changed without touching anything else. */
final class BudgetText {
  private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*'";
  private static final String NAME = "\\s*(?:[A-Za-z0-9_-]+|" + TEXT + ")\\s*";

  /**
   * A key and, before the figure, nothing but the begin of a table with {@code allowed}. A figure
   * is a text of one line, or a number in digits; others are refused.
   */
  private static final Pattern FIGURE =
      Pattern.compile(
          "(\\uFEFF?(?:"
              + NAME
              + "\\.)*+"
              + NAME
              + "=\\s*"
              + "(?:\\{(?:[^\"'#]|"
              + TEXT
              + ")*?\\ballowed\\s*=\\s*)?)"
              + "(\"([^\"\\\\]*)\"(?!\")|'([^']*)'(?!')|[0-9][0-9_]*(?![0-9A-Za-z_.+-]))(.*)",
          Pattern.DOTALL);

  private final String source;
  private final String text;

  BudgetText(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /** The text with other figures in some lines, which are counted from 1. */
  String with(SortedMap<Integer, Long> figures) {
    String[] lines = text.split("\n", -1);
    for (Map.Entry<Integer, Long> figure : figures.entrySet()) {
      int index = figure.getKey() - 1;
      lines[index] = rewritten(lines[index], figure.getKey(), figure.getValue());
    }
    return String.join("\n", lines);
  }

  private String rewritten(String line, int number, long bytes) {
    Matcher matcher = FIGURE.matcher(line);
    if (!matcher.matches()) {
      throw new ConfigException(
          source + ": line " + number, "a limit in a line of its own to tighten", line.strip());
    }
    String figure = matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
    boolean isText = figure != null;
    String tight = isText ? ByteCount.like(figure, bytes) : Long.toString(bytes);
    String quote = isText ? matcher.group(2).substring(0, 1) : "";
    return matcher.group(1) + quote + tight + quote + matcher.group(5);
  }
}
