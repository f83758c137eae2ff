package dev.weighbridge.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals by themselves; the projects in {@code src/it} run them in Maven. */
class GoalsTest {
  private static final Path BUILDS =
      Path.of("..", "..", "core", "src", "test", "resources", "diff");
  private static final Path FIXTURES =
      Path.of("..", "..", "formats", "src", "test", "resources", "fixtures");
  private static final String BROKEN =
      "file: 37,592 bytes, 5,424 more than before, allowed 4,096 bytes more: 1,328 bytes too many";

  private final List<String> log = new ArrayList<>();

  @TempDir Path folder;
  private Path program;
  private Path budget;

  @BeforeEach
  void layDown() throws IOException {
    program = Files.copy(BUILDS.resolve("shapes-v0-more"), folder.resolve("app"));
    budget = limits("[limits]\nfile = '40 KB'\n");
  }

  private Path limits(String text) throws IOException {
    return Files.writeString(folder.resolve("budget.toml"), text);
  }

  private <M extends WeighMojo> M on(M goal) {
    goal.program = program.toFile();
    goal.reports = folder.resolve("reports").toFile();
    goal.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence line) {
            log.add(line.toString());
          }
        });
    return goal;
  }

  private CheckMojo check() {
    CheckMojo check = on(new CheckMojo());
    check.budget = budget.toFile();
    return check;
  }

  private static File old() {
    return BUILDS.resolve("shapes-v0-a").toFile();
  }

  private String report(String name) throws IOException {
    return Files.readString(folder.resolve("reports").resolve(name));
  }

  private boolean isUnchanged(WeighMojo goal) throws Exception {
    log.clear();
    goal.execute();
    return log.equals(List.of("app: nothing changed, its reports stand"));
  }

  @Test
  void sizeWritesAReportInEachFormat() throws Exception {
    SizeMojo size = on(new SizeMojo());
    size.formats = List.of("text", "json", "csv", "markdown", "html");
    size.by = "section";
    size.rows = 3;
    size.execute();
    assertThat(report("app-size.txt")).contains("37,592", ".text", "others]");
    assertThat(report("app-size.json")).contains("\"fileSize\":37592");
    assertThat(report("app-size.csv")).contains(".text");
    assertThat(report("app-size.md")).contains(".text");
    assertThat(report("app-size.html")).startsWith("<!DOCTYPE html>");
    assertThat(log).anyMatch(line -> line.contains(".text"));
  }

  @Test
  void diffTellsWhatGrew() throws Exception {
    DiffMojo diff = on(new DiffMojo());
    diff.since = old();
    diff.rows = 20;
    diff.execute();
    assertThat(report("app-diff.txt")).contains("5,424", "shapes");
  }

  /** Of 37,592 bytes 5,424 are new: 16.86 % of the earlier build. */
  @Test
  void aDiffBelowTheThresholdIsOneSentenceToPeople() throws Exception {
    DiffMojo diff = on(new DiffMojo());
    diff.since = old();
    diff.rows = 20;
    diff.formats = List.of("text", "markdown", "json");
    diff.threshold = "6 KB,20%";
    diff.execute();
    assertThat(report("app-diff.txt")).isEqualTo("app: no change of 6000,20.00% or more\n");
    assertThat(report("app-diff.md")).isEqualTo(report("app-diff.txt"));
    assertThat(report("app-diff.json")).contains("shapes");
    diff.threshold = "6 KB,16.86%";
    diff.execute();
    assertThat(report("app-diff.txt")).contains("5,424", "shapes");
    diff.threshold = "much";
    assertError(diff, "threshold: expected a size and a share such as 512,0.1%, found 'much'");
  }

  /** The same build twice: with the map of one alone, its members would all be new. */
  @Test
  void theEarlierBuildIsOpenedWithItsOwnSideFiles() throws Exception {
    program = FIXTURES.resolve("maps/bfd.elf");
    File map = FIXTURES.resolve("maps/bfd.map").toFile();
    limits("[growth.member]\n'a-elf.o' = '0 B'\n");
    CheckMojo check = check();
    check.since = program.toFile();
    check.linkerMaps = List.of(map);
    assertError(
        check, "sinceFiles.linkerMaps: expected files of both builds, found only linkerMaps");
    check.sinceFiles.linkerMaps = List.of(map);
    check.execute();
    assertThat(report("bfd.elf-check.txt")).contains("a-elf.o: 145 bytes, 0 more than before");
    check.linkerMaps = List.of();
    assertError(check, "linkerMaps: expected files of both builds");
    check.sinceFiles.linkerMaps = List.of();
    check.linkerMaps = List.of(map);
    for (boolean isWithMap : new boolean[] {false, true}) {
      Path saved = folder.resolve("saved" + isWithMap);
      OpenOptions told =
          OpenOptions.DEFAULT.withLinkerMaps(isWithMap ? List.of(map.toPath()) : List.of());
      try (OutputStream out = Files.newOutputStream(saved)) {
        BinaryModel.open(program, told).save(out);
      }
      check.since = saved.toFile();
      if (isWithMap) {
        check.execute();
      } else {
        assertError(check, "expected a model saved with a linker map");
      }
    }
    check.sinceFiles.linkerMaps = List.of(map);
    check.since = null;
    assertError(check, "since: expected the build that sinceFiles are of, found none");
  }

  /** A saved model does not have what Cargo says, so that is given for both builds. */
  @Test
  void versionsOfCratesAreToldOfBothBuilds() throws Exception {
    File lock =
        Path.of("..", "..", "core", "src", "test", "resources", "cargo", "Cargo.lock").toFile();
    Path saved = folder.resolve("saved");
    try (OutputStream out = Files.newOutputStream(saved)) {
      BinaryModel.open(program).save(out);
    }
    limits("[growth.crate-version]\n'*' = '0 B'\n");
    CheckMojo check = check();
    check.since = saved.toFile();
    check.cargoFiles = List.of(lock);
    assertError(
        check, "sinceFiles.cargoFiles: expected files of both builds, found only cargoFiles");
    check.sinceFiles.cargoFiles = List.of(lock);
    check.execute();
  }

  /** What GNU ld prints of the regions: FLASH 1312 bytes, RAM 2880 bytes. */
  @Test
  void regionsOfMemoryHaveLimitsAndColumns() throws Exception {
    program = FIXTURES.resolve("firmware/thumb2.elf");
    limits("[limits.region]\nFLASH = '1311 B'\nRAM = '2880 B'\n");
    CheckMojo check = check();
    check.linkerScript = FIXTURES.resolve("firmware/fw.ld").toFile();
    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 of 2 limits broken")
        .hasMessageContaining("region FLASH: 1,312 bytes, allowed 1,311 bytes: 1 byte too many");
    SizeMojo size = on(new SizeMojo());
    size.rows = 20;
    size.regions = List.of("FLASH=0x08000000+512K", "RAM=0x20000000+128K");
    size.measures = "region:FLASH,region:RAM";
    size.execute();
    assertThat(report("thumb2.elf-size.txt")).contains("1,312             100.00  2,880  total");
    size.regions = List.of("FLASH");
    assertError(size, "regions: ");
  }

  /** The download of the same bytes is as large. */
  @Test
  void whatTravelsIsMeasuredAndLimited() throws Exception {
    limits("[limits]\nshipped = '1 KB'\n[growth]\nshipped = '0 B'\n");
    CheckMojo check = check();
    check.since = program.toFile();
    check.compress = "gzip";
    Deflater gzip = new Deflater(Deflater.BEST_COMPRESSION, true);
    gzip.setInput(Files.readAllBytes(program));
    gzip.finish();
    int headAndTail = 18;
    String figure = String.format(Locale.ROOT, "%,d", gzip.deflate(new byte[40_000]) + headAndTail);
    gzip.end();
    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 of 2 limits broken")
        .hasMessageContaining("shipped: " + figure + " bytes shipped");
    SizeMojo size = on(new SizeMojo());
    size.rows = 20;
    size.compress = "gzip";
    size.execute();
    assertThat(report("app-size.txt")).contains("Shipped", figure);
    size.compressed = program.toFile();
    assertError(size, "compress: expected one way to travel, found compressed too");
    size.compress = "zip";
    size.compressed = null;
    assertError(size, "compress: expected ");
    check.compress = null;
    check.compressed = program.toFile();
    assertError(check, "app: ");
  }

  @Test
  void limitsOnRowsHoldInTheMeasuresAskedFor() throws Exception {
    limits("[limits.section]\n'.bss' = { allowed = '0 B', optional = true }\n");
    check().execute();
    CheckMojo check = check();
    check.measures = "memory";
    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("section .bss: ")
        .hasMessageContaining("bytes in memory");
    check.measures = "memmory";
    assertError(check, "memmory");
  }

  @Test
  void lintFailsFromASeverityOn() throws Exception {
    LintMojo lint = on(new LintMojo());
    lint.failOn = "note";
    lint.formats = List.of("sarif", "json");
    assertThatThrownBy(lint::execute).isInstanceOf(MojoFailureException.class);
    assertThat(report("app-lint.sarif")).contains("\"version\":\"2.1.0\"");
    LintMojo again = on(new LintMojo());
    again.failOn = "note";
    again.baseline = folder.resolve("reports/app-lint.json").toFile();
    again.execute();
    assertThat(report("app-lint.txt")).isNotEmpty();
  }

  @Test
  void aBrokenBudgetFailsWithTheRowsThatBrokeIt() throws IOException {
    limits("[growth]\nfile = '4 KiB'\n");
    CheckMojo check = check();
    check.since = old();
    for (int run = 0; run < 2; run++) {
      assertThatThrownBy(check::execute)
          .isInstanceOf(MojoFailureException.class)
          .hasMessageContaining(BROKEN)
          .hasMessageContaining("+2,613 shapes (now 9,083 bytes)");
    }
    assertThat(report("app-check.txt")).contains(BROKEN);
  }

  @Test
  void reportsHaveNamesOfTheirOwn() throws Exception {
    CheckMojo check = check();
    check.formats =
        List.of("text", "json", "markdown", "html", "csv", "junit", "sarif", "github", "gitlab");
    check.execute();
    assertThat(folder.resolve("reports").toFile().list())
        .containsExactlyInAnyOrder(
            "app-check.stamp",
            "app-check.txt",
            "app-check.json",
            "app-check.md",
            "app-check.html",
            "app-check.csv",
            "TEST-app-check.xml",
            "app-check.sarif",
            "app-check-github.txt",
            "app-check-gitlab.json");
  }

  /** Counts and texts as Surefire's own report reads them of the file that the goal wrote. */
  @Test
  void surefireReadsTheResults() throws Exception {
    limits(
        """
        [limits]
        file = '40 KB'
        [limits.crate]
        shapes = '1 KB'
        [limits.symbol]
        '/<&>/' = '0 B'
        [growth]
        file = '1 %'
        """);
    assertThatThrownBy(check()::execute).isInstanceOf(MojoFailureException.class);
    File reports = folder.resolve("reports").toFile();
    assertThat(SurefireReportParser.hasReportFiles(reports)).isTrue();
    List<ReportTestSuite> suites =
        new SurefireReportParser(List.of(reports), new NullConsoleLogger()).parseXMLReportFiles();
    assertThat(suites).hasSize(1);
    ReportTestSuite suite = suites.get(0);
    assertThat(suite.getFullClassName()).isEqualTo("weighbridge.budget");
    assertThat(suite.getNumberOfTests()).isEqualTo(4);
    assertThat(suite.getNumberOfFailures()).isEqualTo(1);
    assertThat(suite.getNumberOfErrors()).isZero();
    assertThat(suite.getNumberOfSkipped()).isEqualTo(1);
    assertThat(suite.getTestCases()).hasSize(4);
    ReportTestCase broken =
        suite.getTestCases().stream().filter(ReportTestCase::hasFailure).findFirst().orElseThrow();
    assertThat(broken.getName()).contains("crate shapes");
    assertThat(broken.getFailureMessage()).contains("9,083 bytes, allowed 1,000 bytes");
    assertThat(broken.getFailureDetail()).contains("shapes::");
    assertThat(suite.getTestCases().stream().filter(ReportTestCase::hasSkipped)).hasSize(1);
  }

  @Test
  void nothingIsDoneAgainWhileNothingChanges() throws Exception {
    assertThat(isUnchanged(check())).isFalse();
    assertThat(isUnchanged(check())).isTrue();

    limits("[limits]\nfile = '41 KB'\n");
    assertThat(isUnchanged(check())).as("another budget").isFalse();
    assertThat(isUnchanged(check())).isTrue();

    CheckMojo other = check();
    other.formats = List.of("text");
    assertThat(isUnchanged(other)).as("another configuration").isFalse();
    assertThat(isUnchanged(check())).isFalse();

    Files.delete(folder.resolve("reports/TEST-app-check.xml"));
    assertThat(isUnchanged(check())).as("a report that is gone").isFalse();
    assertThat(isUnchanged(check())).isTrue();

    Files.copy(BUILDS.resolve("shapes-v0-b"), program, StandardCopyOption.REPLACE_EXISTING);
    assertThat(isUnchanged(check())).as("another program").isFalse();
    assertThat(isUnchanged(check())).isTrue();

    Files.writeString(folder.resolve("reports/app-check.stamp"), "value\nfile x\n\0");
    assertThat(isUnchanged(check())).as("a stamp of another kind").isFalse();
  }

  /** The last one has no room for names of its own: the folder of reports is a file. */
  @Test
  void whatCannotBeUsedIsToldByItsName() throws IOException {
    CheckMojo check = check();
    check.formats = List.of("xml");
    assertError(check, "formats: expected of [text, ");
    limits("[limits]\nfile = 'large'\n");
    assertError(check(), "budget.toml");
    check = check();
    check.budget = folder.resolve("none.toml").toFile();
    assertError(check, "none.toml: expected a readable file, found nothing there");
    Files.writeString(program, "no program at all");
    assertError(on(new SizeMojo()), "app: file at 0x0: expected a file of format ELF");
    program = folder.resolve("absent");
    assertError(on(new SizeMojo()), "absent: expected a readable file, found nothing there");
    program = folder;
    assertError(on(new SizeMojo()), ": expected a readable file, found a directory");
    program = Files.copy(BUILDS.resolve("shapes-v0-a"), folder.resolve("b"));
    LintMojo lint = on(new LintMojo());
    lint.failOn = "loud";
    assertError(lint, "failOn: expected note, warning or error, found 'loud'");
    SizeMojo size = on(new SizeMojo());
    size.by = "sektion";
    assertError(size, "sektion");
    Files.deleteIfExists(folder.resolve("reports"));
    Files.writeString(folder.resolve("reports"), "");
    assertError(on(new SizeMojo()), "reports");
  }

  private static void assertError(WeighMojo goal, String message) {
    assertThatThrownBy(goal::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining(message);
  }

  @Test
  void skippedIsSkipped() throws Exception {
    program = folder.resolve("absent");
    SizeMojo size = on(new SizeMojo());
    size.skip = true;
    size.execute();
    assertThat(log).containsExactly("skipped");
  }
}
