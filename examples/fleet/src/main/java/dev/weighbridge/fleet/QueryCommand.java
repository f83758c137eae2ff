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
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fleet query}: answers a ready question, or SQL. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Answer a ready question or SQL over a store; without either, list the questions. Tables are"
          + " contents, bodies and snapshots; files and weights are those of one snapshot."
    })
final class QueryCommand implements Callable<Integer> {
  private static final Pattern WORD = Pattern.compile("[a-z-]+");
  private static final List<String> SNAPSHOTS = List.of("old", "new");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME [VALUE...]|SQL",
      description = "A ready question with what it asks for, or SQL.")
  private List<String> asked = List.of();

  @Option(names = "--store", required = true, paramLabel = "STORE", description = "The store.")
  private Path store = Path.of("");

  @Option(
      names = "--snapshot",
      paramLabel = "NAME",
      description = "Which files are asked (${DEFAULT-VALUE}, or the only one).")
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

  @Override
  public Integer call() throws IOException, SQLException {
    if (rows < 0) {
      throw new StoreException("-n", "a number of 0 or more", Integer.toString(rows));
    }
    OutputFormat chosen =
        OutputFormat.named(format, OutputFormat.GENERAL)
            .orElseThrow(
                () ->
                    new StoreException(
                        "--format", "text, json, csv, markdown, html", "'" + format + "'"));
    PrintWriter out = spec.commandLine().getOut();
    if (asked.isEmpty()) {
      for (Question question : Question.all()) {
        out.printf("%-22s %s%n", question.usage(), question.title());
      }
      return Fleet.DONE;
    }
    QueryAnswer answer = answer();
    StringBuilder text = new StringBuilder();
    new QueryReport(answer).write(chosen, text);
    if (output.isPresent()) {
      Files.writeString(output.get(), text);
    } else {
      out.print(text);
    }
    return Fleet.DONE;
  }

  private QueryAnswer answer() throws IOException, SQLException {
    Store opened = Store.open(store);
    try (DuckStore duck = DuckStore.open(opened)) {
      Set<String> snapshots = new TreeSet<>(duck.snapshots());
      duck.choose(chosen(snapshots));
      String first = asked.get(0);
      Optional<Question> question = Question.named(first);
      if (question.isPresent()) {
        return duck.ask(question.get(), values(question.get(), opened, snapshots), rows);
      }
      if (WORD.matcher(first).matches()) {
        throw new StoreException("query", "a question that fleet query lists, or SQL", first);
      }
      if (asked.size() > 1) {
        throw new StoreException("query", "SQL as one argument", asked.size() + " arguments");
      }
      return duck.ask(first, rows);
    }
  }

  private String chosen(Set<String> snapshots) throws IOException {
    if (snapshot.isEmpty() && snapshots.size() == 1) {
      return snapshots.iterator().next();
    }
    String name = snapshot.isEmpty() ? Store.USUAL_SNAPSHOT : snapshot;
    return known("--snapshot", name, snapshots);
  }

  private static String known(String where, String name, Set<String> snapshots) throws IOException {
    if (!snapshots.contains(name)) {
      String all = snapshots.isEmpty() ? "a snapshot" : "one of " + String.join(", ", snapshots);
      throw new StoreException(where, all, snapshots.isEmpty() ? "none in the store" : name);
    }
    return name;
  }

  private Map<String, String> values(Question question, Store opened, Set<String> snapshots)
      throws IOException {
    for (String column : question.needs()) {
      if (opened.shape().levels().stream().noneMatch(level -> level.key().equals(column))) {
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
