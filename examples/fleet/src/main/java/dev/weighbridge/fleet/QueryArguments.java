package dev.weighbridge.fleet;

import dev.weighbridge.report.OutputFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code fleet query} is given, whoever answers. */
public final class QueryArguments {
  /** What is said of the option that names the store: the list of questions needs none. */
  public static final String STORE = "The store that is asked.";

  private static final Pattern WORD = Pattern.compile("[a-z-]+");
  private static final List<String> SNAPSHOTS = List.of("old", "new");

  @Parameters(
      paramLabel = "NAME [VALUE...]|SQL",
      description =
          "A ready question with what it asks for, or SQL. Tables are contents, bodies and"
              + " snapshots; files and weights are those of one snapshot.")
  private List<String> asked = List.of();

  @Option(
      names = "--snapshot",
      paramLabel = "NAME",
      description = "Which files are asked (latest, or the only ones).")
  private String snapshot = "";

  @Option(
      names = {"-n", "--rows"},
      paramLabel = "N",
      description = "Show the first N rows (20); 0 shows all.")
  private int rows = 20;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, csv, markdown or html (text).")
  private String format = OutputFormat.TEXT.name();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the answer to this file.")
  private Optional<Path> output = Optional.empty();

  /** Who answers. */
  public interface Engine {
    /** Makes the tables of the store known; gives the names of snapshots. */
    Set<String> open() throws IOException, SQLException;

    /** Chooses the snapshot that questions are about. */
    void choose(String snapshot) throws SQLException;

    /**
     * Answers a ready question.
     *
     * @param limit how many rows at most; 0 for all
     */
    QueryAnswer ask(Question question, Map<String, String> values, int limit) throws SQLException;

    /** Answers SQL; the limit as for the other. */
    QueryAnswer ask(String sql, int limit) throws SQLException;
  }

  /** The store, which must be there for an answer. */
  public static <T> T given(Optional<T> store) throws IOException {
    return store.orElseThrow(
        () -> new StoreException("--store", "a store made by fleet weigh", "none"));
  }

  /** Whether nothing is asked. */
  public boolean isEmpty() {
    return asked.isEmpty();
  }

  /** Lists the ready questions. */
  public int list(CommandLine line) {
    PrintWriter out = line.getOut();
    for (Question question : Question.all()) {
      out.printf("%-22s %s%n", question.usage(), question.title());
    }
    return Fleet.DONE;
  }

  /** Refuses what needs no store to be refused. */
  public void check() throws IOException {
    if (rows < 0) {
      throw new StoreException("-n", "a number of 0 or more", Integer.toString(rows));
    }
    format();
    String first = asked.get(0);
    boolean isQuestion = Question.named(first).isPresent();
    if (!isQuestion && WORD.matcher(first).matches()) {
      throw new StoreException("query", "a question that fleet query lists, or SQL", first);
    }
    if (!isQuestion && asked.size() > 1) {
      throw new StoreException("query", "SQL as one argument", asked.size() + " arguments");
    }
  }

  private OutputFormat format() throws IOException {
    return OutputFormat.named(format, OutputFormat.GENERAL)
        .orElseThrow(
            () ->
                new StoreException(
                    "--format", "text, json, csv, markdown, html", "'" + format + "'"));
  }

  /** Asks, and writes the answer. */
  public int answer(CommandLine line, StoreSettings settings, Engine engine)
      throws IOException, SQLException {
    Set<String> snapshots = new TreeSet<>(engine.open());
    engine.choose(chosen(snapshots));
    String first = asked.get(0);
    Optional<Question> question = Question.named(first);
    QueryAnswer answer =
        question.isPresent()
            ? engine.ask(question.get(), values(question.get(), settings, snapshots), rows)
            : engine.ask(first, rows);
    StringBuilder text = new StringBuilder();
    new QueryReport(answer).write(format(), text);
    if (output.isPresent()) {
      Files.writeString(output.get(), text);
    } else {
      line.getOut().print(text);
    }
    return Fleet.DONE;
  }

  private String chosen(Set<String> snapshots) throws IOException {
    if (snapshot.isEmpty() && snapshots.size() == 1) {
      return snapshots.iterator().next();
    }
    String name = snapshot.isEmpty() ? StoreSettings.USUAL_SNAPSHOT : snapshot;
    return known("--snapshot", name, snapshots);
  }

  private static String known(String where, String name, Set<String> snapshots) throws IOException {
    if (!snapshots.contains(name)) {
      String all = snapshots.isEmpty() ? "a snapshot" : "one of " + String.join(", ", snapshots);
      throw new StoreException(where, all, snapshots.isEmpty() ? "none in the store" : name);
    }
    return name;
  }

  private Map<String, String> values(
      Question question, StoreSettings settings, Set<String> snapshots) throws IOException {
    for (String column : question.needs()) {
      if (settings.shape().levels().stream().noneMatch(level -> level.key().equals(column))) {
        throw new StoreException(question.name(), "a store made --by " + column, "one without");
      }
    }
    if (asked.size() - 1 != question.parameters().size()) {
      String found = asked.size() == 1 ? "none" : String.join(" ", asked.subList(1, asked.size()));
      throw new StoreException("query", question.usage(), question.name() + " with " + found);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < question.parameters().size(); i++) {
      String parameter = question.parameters().get(i);
      String value = asked.get(i + 1);
      values.put(
          parameter,
          SNAPSHOTS.contains(parameter) ? known(question.name(), value, snapshots) : value);
    }
    return values;
  }
}
