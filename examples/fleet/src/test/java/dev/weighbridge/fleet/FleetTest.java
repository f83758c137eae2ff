package dev.weighbridge.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.fleet.Folders.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code fleet weigh} and {@code fleet query}. */
class FleetTest {
  @TempDir static Path root;

  private static Path before;
  private static Path after;
  private static Path store;

  @TempDir Path folder;

  @BeforeAll
  static void weigh() throws IOException {
    before = Folders.before(root);
    after = Folders.after(root);
    store = root.resolve("store");
    Run older = Folders.run("weigh", before.toString(), "--store", store.toString());
    assertThat(older.err()).startsWith("fleet: damaged: ").contains("expected");
    assertThat(older.out())
        .isEqualTo(
            """
            10 new contents weighed
            11 files in the snapshot, 1 could not be weighed, 1 others are no programs
            """);
    assertThat(older.status()).isEqualTo(Fleet.FAILED);
    Run newer =
        Folders.run(
            "weigh", after.toString(), "--store", store.toString(), "--snapshot", "release-2");
    assertThat(newer.err()).isEmpty();
    assertThat(newer.out())
        .isEqualTo(
            """
            3 new contents weighed
            5 files in the snapshot, 0 could not be weighed, 0 others are no programs
            """);
    assertThat(newer.status()).isEqualTo(Fleet.DONE);
  }

  private static QueryAnswer ask(String sql) throws IOException, SQLException {
    try (DuckStore duck = DuckStore.open(Store.open(store))) {
      duck.choose("latest");
      return duck.ask(sql, 0);
    }
  }

  private static List<String> lines(QueryAnswer answer) {
    List<String> lines = new ArrayList<>();
    for (var row : answer.rows()) {
      lines.add(String.join(" ", row.stream().map(one -> text(one.orElse("-"))).toList()));
    }
    return lines;
  }

  private static String text(Object value) {
    return Objects.toString(value);
  }

  @Test
  void readyQuestionsAreAnsweredAsASlowScriptAnswersThem() throws Exception {
    SlowAnswers slowBefore = SlowAnswers.of(before);
    SlowAnswers slowAfter = SlowAnswers.of(after);
    Map<String, String> values = Map.of("old", "latest", "new", "release-2", "text", "Alloc");
    try (DuckStore duck = DuckStore.open(Store.open(store))) {
      for (Question question : Question.all()) {
        boolean isOfBoth = question.parameters().contains("old");
        duck.choose("latest");
        SlowAnswers slow = isOfBoth ? slowAfter : slowBefore;
        List<String> expected = slow.to(question.name(), slowBefore, "alloc");
        assertThat(lines(duck.ask(question, values, 0))).as(question.name()).isEqualTo(expected);
        assertThat(expected).as(question.name()).isNotEmpty();
      }
    }
  }

  @Test
  void rowsOfAFileSumToIt() throws Exception {
    String sql =
        "SELECT f.file FROM files f JOIN weights w ON w.file = f.file GROUP BY f.file, f.fileSize"
            + " HAVING COALESCE(SUM(w.shipped), SUM(w.fileSize)) <> f.fileSize";
    assertThat(ask(sql).rows()).isEmpty();
    assertThat(lines(ask("SELECT COUNT(DISTINCT file) FROM weights"))).containsExactly("10");
  }

  @Test
  void aStoreDoesNotShowThatItsMakerWasKilled() throws Exception {
    List<FleetFile> files = FleetInputs.of(List.of(before.toString()));
    Path whole = folder.resolve("whole");
    run(whole, files, file -> {});
    Path killed = folder.resolve("killed");
    AtomicInteger count = new AtomicInteger();
    assertThatThrownBy(
            () ->
                run(
                    killed,
                    files,
                    file -> {
                      if (count.incrementAndGet() == 4) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessageContaining("killed");
    Path spool = killed.resolve("spool/contents");
    // What was being written: half a line of rows, and half a line that says they are whole.
    Files.writeString(spool.resolve("0.rows"), "{\"file\":\"01", StandardOpenOption.APPEND);
    Files.writeString(spool.resolve("0.index"), "0123 0 1", StandardOpenOption.APPEND);
    // A disk that has the index and has lost what it tells of.
    Files.writeString(spool.resolve("1.index"), "4567 0 99999999 0 0\n", StandardOpenOption.APPEND);
    assertThat(run(killed, files, file -> {}).weighed()).isLessThan(10);
    assertThat(Folders.contents(killed)).isEqualTo(Folders.contents(whole));

    // Between the two renames, and before the spool was empty.
    Path contents = Store.open(killed).files("contents").get(0);
    Files.delete(contents);
    Files.writeString(killed.resolve("contents/x.parquet.part"), "PAR1");
    run(killed, files, file -> {});
    assertThat(Folders.contents(killed)).isEqualTo(Folders.contents(whole));
    assertThat(run(killed, files, file -> {}).weighed()).isZero();
    assertThat(Folders.contents(killed)).isEqualTo(Folders.contents(whole));
  }

  private static WeighRun.Result run(Path store, List<FleetFile> files, WeighRun.Progress progress)
      throws Exception {
    return new WeighRun(Store.openOrMake(store, ""), "latest", 2, progress).run(files);
  }

  @Test
  void listsNameFilesThatHaveRowsWhateverTheyAre() throws IOException {
    Path notes = before.resolve("notes.txt");
    String gone = before.resolve("gone").toString();
    String names = notes + "\n\n" + gone + "\n" + after.resolve("new");
    Path list = Files.writeString(folder.resolve("list"), names);
    String other = folder.resolve("store").toString();
    Run run = Folders.run("weigh", "@" + list, "--store", other, "--by", "kind");
    assertThat(run.out())
        .startsWith("2 new contents weighed\n3 files in the snapshot, 2 could not");
    assertThat(run.err())
        .startsWith("fleet: " + gone + ": expected a file, found none\n")
        .contains("\nfleet: " + notes + ": file at 0x0: expected");
    Run errors = Folders.run("query", "errors", "--store", other, "--format", "csv");
    assertThat(errors.out()).startsWith("file,error\n").contains("notes.txt,");
    assertThat(Folders.run("query", "crates", "--store", other).err())
        .isEqualTo("fleet: crates: expected a store made --by crate, found one without\n");
    assertThat(Folders.run("weigh", "@" + list, "--store", other, "--by", "crate").err())
        .isEqualTo("fleet: --by: expected kind, as in the store, found crate\n");
  }

  @Test
  void imagesInADirectoryAreNotTakenApart() throws IOException {
    Path image = Files.createDirectories(folder.resolve("images/app"));
    Files.writeString(image.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    Files.writeString(image.resolve("index.json"), "{}");
    Files.writeString(folder.resolve("images/other"), "");
    assertThat(FleetInputs.of(List.of(folder.toString())))
        .extracting(FleetFile::name)
        .containsExactly("images/app", "images/other");
  }

  @Test
  void answersHaveEveryFormat() {
    String at = store.toString();
    String[] words = {"query", "largest", "-n", "1", "--snapshot", "latest", "--store", at};
    assertThat(Folders.run(words).out())
        .isEqualTo(
            """
            which files are the largest: 1 row, and there are more

              bytes  file
            884,152  go-1
            """);
    assertThat(Folders.run(with(words, "csv")).out()).isEqualTo("file,bytes\ngo-1,884152\n");
    assertThat(Folders.run(with(words, "json")).out())
        .contains("\"schema\":\"weighbridge/fleet-query/1\"")
        .contains("{\"file\":\"go-1\",\"bytes\":884152}");
    assertThat(Folders.run(with(words, "markdown")).out()).contains("| `go-1` | 884,152 |");
    assertThat(Folders.run(with(words, "html")).out()).contains("go-1").contains("<html");
    assertThat(Folders.run("query").out().lines()).hasSize(Question.all().size());
    assertThat(Folders.run("query", "kinds").err())
        .isEqualTo("fleet: --store: expected a store made by fleet weigh, found none\n");
  }

  private static String[] with(String[] words, String format) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--format", format));
    return all.toArray(String[]::new);
  }

  @Test
  void mistakesAreToldInOneLine() throws IOException {
    String at = store.toString();
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path foreign = Files.createDirectories(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("file"), "");
    Map<List<String>, String> mistakes =
        Map.of(
            List.of("query", "crates", "--store", empty.toString()),
            empty + ": expected a store made by fleet weigh, found none",
            List.of("weigh", "nowhere", "--store", at),
            "nowhere: expected a file, a directory, or a list behind @, found none",
            List.of("weigh", "@nowhere", "--store", at),
            "nowhere: expected a list, a name a line, found no file",
            List.of("weigh", at, "--store", foreign.toString()),
            foreign + ": expected a store, or an empty directory, found another",
            List.of("weigh", at, "--store", at, "--snapshot", "a/b"),
            "--snapshot: expected letters, digits, dots, dashes, found 'a/b'",
            List.of("query", "crats", "--store", at),
            "query: expected a question that fleet query lists, or SQL, found crats",
            List.of("query", "growth", "latest", "--store", at),
            "query: expected growth OLD NEW, found growth with latest",
            List.of("query", "growth", "latest", "release-3", "--store", at),
            "growth: expected one of latest, release-2, found release-3",
            List.of("query", "crates", "--store", at, "--format", "xml"),
            "--format: expected text, json, csv, markdown, html, found 'xml'");
    mistakes.forEach(
        (words, expected) -> {
          Run run = Folders.run(words.toArray(String[]::new));
          assertThat(run.err()).isEqualTo("fleet: " + expected + System.lineSeparator());
          assertThat(run.status()).isEqualTo(Fleet.UNUSABLE);
        });
    assertThat(Folders.run("query", "SELECT nothing FROM files", "--store", at).err())
        .contains("\"nothing\" not found")
        .hasLineCount(1);
  }

  @Test
  void listsAndStoresOfAnotherKindAreToldInOneLine() throws IOException {
    Path list = Files.write(folder.resolve("list"), new byte[] {'a', (byte) 0xFF});
    String at = folder.resolve("store").toString();
    assertThat(Folders.run("weigh", "@" + list, "--store", at).err())
        .isEqualTo("fleet: " + list + ": expected names in UTF-8, found bytes that are not\n");
    Files.writeString(list, "a\0b\n");
    assertThat(Folders.run("weigh", "@" + list, "--store", at).err())
        .startsWith("fleet: a\\u{0}b: expected a name that a file can have here, found ")
        .hasLineCount(1);
    Path other = Files.createDirectories(folder.resolve("other"));
    Path settings = other.resolve("store.txt");
    String expected =
        "fleet: "
            + settings
            + ": expected weighbridge/fleet-store/1 with weighbridge/table/1, found ";
    Files.writeString(settings, "weighbridge/fleet-store/2\nweighbridge/table/1\nkind\n");
    assertThat(Folders.run("query", "kinds", "--store", other.toString()).err())
        .isEqualTo(expected + "weighbridge/fleet-store/2 weighbridge/table/1 kind\n");
    Files.write(settings, new byte[0]);
    assertThat(Folders.run("weigh", before.toString(), "--store", other.toString()).err())
        .isEqualTo(expected + "nothing\n");
    Files.write(settings, new byte[] {(byte) 0xFF, 'x'});
    assertThat(Folders.run("query", "kinds", "--store", other.toString()).err())
        .startsWith(expected)
        .hasLineCount(1);
  }

  @Test
  void halfAPairOfSurrogatesIsNoTextForReaders() throws IOException {
    Path file = folder.resolve("lines");
    try (SpoolFile lines = new SpoolFile(file)) {
      lines.writeText("kept");
      lines.endLine();
      long end = lines.position();
      lines.json().writeStartArray();
      lines.writeText("taken back");
      lines.truncate(end);
      lines.writeText("a\uD800\"\uD83D\uDE00");
      lines.endLine();
    }
    assertThat(Files.readString(file)).isEqualTo("\"kept\"\n\"a?\\\"\uD83D\uDE00\"\n");
  }

  @Test
  void anAnswerThatIsTooLargeForTheHeapIsToldInOneLine() {
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(new TooLarge());
    int status = Fleet.run(line, new PrintWriter(new StringWriter()), new PrintWriter(err));
    assertThat(status).isEqualTo(Fleet.UNUSABLE);
    assertThat(err.toString())
        .startsWith("fleet: expected enough memory, found ")
        .endsWith(" MiB; ask for fewer rows, or write them with COPY ... TO\n");
  }

  @CommandLine.Command
  private static final class TooLarge implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new OutOfMemoryError("as a JVM throws it");
    }
  }
}
