package dev.weighbridge.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ready question: SQL that DuckDB and Spark both understand and answer alike, row order included.
 *
 * @param name what it is asked by
 * @param title what it answers
 * @param needs columns of the table without which it has no answer
 * @param parameters names of what must be given with it, in their order
 * @param sql what is asked; parameters stand behind colons
 */
public record Question(
    String name, String title, Set<String> needs, List<String> parameters, String sql) {
  /** All of them, in the order in which they are listed. */
  private static final List<String> NAMES =
      List.of(
          "crates",
          "versions",
          "several-versions",
          "holds",
          "duplicates",
          "same-files",
          "unstripped",
          "growth",
          "growth-crates",
          "outliers",
          "kinds",
          "sections",
          "machines",
          "largest",
          "unexplained",
          "errors");

  private static final String TITLE = "-- ";
  private static final String NEEDS = "-- needs ";
  private static final Pattern PARAMETER = Pattern.compile(":([a-z]+)\\b");

  /** Copies the collections. */
  public Question {
    needs = Set.copyOf(needs);
    parameters = List.copyOf(parameters);
  }

  /** All ready questions. */
  public static List<Question> all() {
    return NAMES.stream().map(Question::read).toList();
  }

  /** The question of this name. */
  public static Optional<Question> named(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static Question read(String name) {
    String file = "questions/" + name + ".sql";
    try (InputStream in = Question.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, "each name has a file").readAllBytes();
      return parse(name, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Question parse(String name, String text) {
    String title = "";
    List<String> needs = List.of();
    List<String> sql = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(NEEDS)) {
        needs = List.of(line.substring(NEEDS.length()).split(", ", -1));
      } else if (line.startsWith(TITLE)) {
        title = line.substring(TITLE.length());
      } else {
        sql.add(line);
      }
    }
    String statement = String.join("\n", sql);
    Set<String> parameters = new LinkedHashSet<>();
    Matcher matcher = PARAMETER.matcher(statement);
    while (matcher.find()) {
      parameters.add(matcher.group(1));
    }
    return new Question(name, title, Set.copyOf(needs), List.copyOf(parameters), statement);
  }

  /** How it is asked: {@code growth OLD NEW}. */
  public String usage() {
    StringBuilder usage = new StringBuilder(name);
    for (String parameter : parameters) {
      usage.append(' ').append(parameter.toUpperCase(Locale.ROOT));
    }
    return usage.toString();
  }

  /** The names of parameters where they stand in the SQL, one as often as it does. */
  List<String> places() {
    List<String> places = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(sql);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  /** The SQL with a question mark in each of these places. */
  String withMarks() {
    return PARAMETER.matcher(sql).replaceAll("?");
  }
}
