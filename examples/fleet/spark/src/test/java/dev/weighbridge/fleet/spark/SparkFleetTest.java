package dev.weighbridge.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.fleet.Folders;
import dev.weighbridge.fleet.Outcome;
import dev.weighbridge.fleet.QueryReport;
import dev.weighbridge.fleet.Question;
import dev.weighbridge.report.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that Spark makes, against those that DuckDB makes of the same files. */
class SparkFleetTest {
  private static final Map<String, String> VALUES =
      Map.of("old", "latest", "new", "release-2", "text", "Alloc");

  @TempDir static Path root;

  private static SparkSession spark;
  private static Path before;
  private static Path duckStore;
  private static Path sparkStore;

  @BeforeAll
  static void weigh() throws IOException {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.warehouse.dir", root.resolve("warehouse").toUri().toString())
            .getOrCreate();
    before = Folders.before(root);
    Path after = Folders.after(root);
    duckStore = root.resolve("duck");
    sparkStore = root.resolve("spark");
    weighWithDuck(before, "latest");
    weighWithDuck(after, "release-2");
    List<Outcome> outcomes = weigh(before, "latest", Long.MAX_VALUE);
    assertThat(outcomes).hasSize(11).allMatch(one -> one.error().isEmpty());
    assertThat(weigh(after, "release-2", Long.MAX_VALUE)).hasSize(5);
  }

  private static void weighWithDuck(Path folder, String snapshot) {
    String[] words = {"weigh", "" + folder, "--store", "" + duckStore, "--snapshot", snapshot};
    Folders.run(words);
  }

  private static List<Outcome> weigh(Path folder, String snapshot, long largest)
      throws IOException {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    List<HadoopFile> files = HadoopInputs.of(List.of(folder.toString()), hadoop);
    HadoopStore store = HadoopStore.openOrMake(sparkStore.toString(), "", hadoop);
    return new SparkWeigh(spark, store, snapshot, largest).run(files);
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static SparkTables tables() throws IOException {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    SparkTables tables = new SparkTables(spark, HadoopStore.open(sparkStore.toString(), hadoop));
    assertThat(tables.open()).contains("latest", "release-2");
    tables.choose("latest");
    return tables;
  }

  private static String duckDb(Path store, List<String> asked) {
    List<String> words = new ArrayList<>(List.of("query"));
    words.addAll(asked);
    words.addAll(List.of("--store", store.toString(), "--format", "csv", "-n", "0"));
    Folders.Run run = Folders.run(words.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  @Test
  void readyQuestionsHaveEqualAnswers() throws IOException {
    SparkTables tables = tables();
    for (Question question : Question.all()) {
      List<String> asked = new ArrayList<>(List.of(question.name()));
      question.parameters().forEach(name -> asked.add(VALUES.get(name)));
      String answer = new QueryReport(tables.ask(question, VALUES, 0)).text(OutputFormat.CSV);
      assertThat(answer).as(question.name()).isEqualTo(duckDb(duckStore, asked));
      assertThat(duckDb(sparkStore, asked)).as(question.name()).isEqualTo(answer);
      assertThat(answer.lines().count()).as(question.name()).isGreaterThan(1);
    }
  }

  @Test
  void tablesAreEqualByteForByte() throws IOException {
    SparkTables tables = tables();
    for (String table : List.of("contents", "bodies", "snapshots")) {
      String sql = "SELECT * FROM " + table + " ORDER BY ALL NULLS FIRST";
      String answer = new QueryReport(tables.ask(sql, 0)).text(OutputFormat.CSV);
      assertThat(answer).as(table).isEqualTo(duckDb(duckStore, List.of(sql)));
      assertThat(duckDb(sparkStore, List.of(sql))).as(table).isEqualTo(answer);
    }
  }

  @Test
  void aSecondStartGoesOnWhereTheFirstWasKilled() throws IOException {
    String sql = "SELECT * FROM contents ORDER BY ALL NULLS FIRST";
    String whole = new QueryReport(tables().ask(sql, 0)).text(OutputFormat.CSV);
    // Between the two renames, with half a file in the spool.
    try (var parts = Files.newDirectoryStream(sparkStore.resolve("contents"), "*.parquet")) {
      Path part = parts.iterator().next();
      Files.move(part, root.resolve("away"));
    }
    Files.writeString(sparkStore.resolve("spool/contents/0123.rows-part"), "{\"file\":\"01");
    Files.writeString(sparkStore.resolve("spool/contents/0123.bodies"), "{\"content\":\"0123\"}\n");
    weigh(before, "latest", Long.MAX_VALUE);
    weigh(root.resolve("after"), "release-2", Long.MAX_VALUE);
    assertThat(new QueryReport(tables().ask(sql, 0)).text(OutputFormat.CSV)).isEqualTo(whole);
    try (var left = Files.list(sparkStore.resolve("spool/contents"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFileThatIsTooLargeIsARow() throws IOException {
    Path folder = Files.createDirectories(root.resolve("large"));
    Files.copy(before.resolve("bin/tool"), folder.resolve("tool"));
    List<Outcome> outcomes = weigh(folder, "large", 100);
    assertThat(outcomes.get(0).error()).isEqualTo("expected at most 100 bytes, found 16992");
    SparkTables tables = tables();
    tables.choose("large");
    String errors =
        new QueryReport(tables.ask(Question.named("errors").orElseThrow(), Map.of(), 0))
            .text(OutputFormat.CSV);
    assertThat(errors).isEqualTo("file,error\ntool,\"expected at most 100 bytes, found 16992\"\n");
  }

  @Test
  void namesAndLinksAreTakenAsOnOneMachine() throws IOException {
    Path folder = Files.createDirectories(root.resolve("odd names"));
    for (String name : List.of("a b", "a%20b", "a:b", "new\nline", "#x")) {
      Files.copy(before.resolve("bin/tool"), folder.resolve(name));
    }
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
    weighWithDuck(folder, "odd");
    assertThat(weigh(folder, "odd", Long.MAX_VALUE)).allMatch(one -> one.error().isEmpty());
    String sql = "SELECT * FROM snapshots WHERE snapshot = 'odd' ORDER BY file";
    String answer = new QueryReport(tables().ask(sql, 0)).text(OutputFormat.CSV);
    assertThat(answer).isEqualTo(duckDb(duckStore, List.of(sql))).hasLineCount(6);
  }

  @Test
  void executorsFindAStoreWhereverTheyWork() throws IOException {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    String relative = Path.of("").toAbsolutePath().relativize(sparkStore).toString();
    assertThat(HadoopStore.open(relative, hadoop).spool().toString())
        .isEqualTo("file:" + sparkStore + "/spool/contents");
  }

  @Test
  void aFileThatCannotBeNamedIsToldInOneLine() {
    assertThatThrownBy(() -> HadoopInputs.path("a:b"))
        .hasMessage(
            "a:b: expected a path, with ./ before a name that has a colon, found one that cannot be"
                + " read");
  }
}
