package dev.weighbridge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.diff.DiffReport;
import dev.weighbridge.report.lint.LintReport;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reports say as JSON comes back as it was said; what is no such document says why. */
class DocumentsTest {
  private static final List<Measure> MEASURES = List.of(Measures.FILE, Measures.DEBUG);
  private static final List<Dimension> LEVELS = List.of(Dimensions.SECTION, Dimensions.SYMBOL);

  static Stream<String> fixtures() {
    return Stream.of("elf", "macho", "pe", "wasm", "ar")
        .flatMap(folder -> FixtureFolder.binaries(folder).stream())
        .filter(name -> !name.endsWith(".pdb"));
  }

  private static BinaryModel model(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
  }

  private static String size(String fixture) {
    BinaryModel model = model(fixture);
    SizeTree tree = model.by(LEVELS, MEASURES);
    return new SizeReport(model.file(), tree, RowSelection.ALL).text(OutputFormat.JSON);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void sizesComeBack(String fixture) {
    BinaryModel model = model(fixture);
    SizeTree tree = model.by(LEVELS, MEASURES);
    String json = new SizeReport(model.file(), tree, RowSelection.ALL).text(OutputFormat.JSON);
    SizeDocument read = SizeDocument.parse("it", json);
    assertThat(read.file()).isEqualTo(model.file().name());
    assertThat(read.format()).isEqualTo(model.format());
    assertThat(read.machine()).contains(model.machine());
    assertThat(read.by()).containsExactly("section", "symbol");
    assertThat(read.sizes().file()).isEqualTo(model.fileSize());
    assertThat(read.sizes().memory()).isEqualTo(model.memorySize());
    assertThat(read.sizes().of("debug")).hasValue(tree.value(Measures.DEBUG));
    assertThat(read.defects()).hasSameSizeAs(model.diagnostics());
    assertThatRowsAre(read.rows(), tree.rows());
  }

  private static void assertThatRowsAre(List<SizeDocument.Row> read, List<SizeRow> rows) {
    assertThat(read).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      SizeRow row = rows.get(i);
      SizeDocument.Row back = read.get(i);
      assertThat(back.label()).isEqualTo(row.label());
      assertThat(back.sizes().file()).isEqualTo(row.fileSize());
      assertThat(back.sizes().memory()).isEqualTo(row.memorySize());
      assertThat(back.count()).isEqualTo(row.count());
      assertThat(back.basis()).contains(row.basis().key());
      assertThat(back.kinds().getOrDefault("code", 0L)).isEqualTo(row.fileSize(Kind.CODE));
      assertThat(back.kinds().values().stream().mapToLong(bytes -> bytes).sum())
          .isEqualTo(row.fileSize());
      assertThat(back.symbol().isPresent()).isEqualTo(row.symbol().isPresent());
      row.symbol()
          .ifPresent(
              symbol -> {
                assertThat(back.symbol().get().address().orElse(-1)).isEqualTo(symbol.address());
                assertThat(back.symbol().get().rawNames()).isEqualTo(symbol.rawNames());
              });
      assertThatRowsAre(back.rows(), row.rows());
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void findingsComeBack(String fixture) {
    LintResult result = model(fixture).lint();
    LintDocument read = LintDocument.parse("it", new LintReport(result).text(OutputFormat.JSON));
    assertThat(read.findings()).hasSameSizeAs(result.findings());
    for (int i = 0; i < read.findings().size(); i++) {
      LintDocument.Finding back = read.findings().get(i);
      assertThat(back.rule()).isEqualTo(result.findings().get(i).rule().id());
      assertThat(back.saving()).isEqualTo(result.findings().get(i).saving().bytes());
      assertThat(back.evidence()).hasSameSizeAs(result.findings().get(i).places());
    }
    assertThat(read.undecided()).hasSameSizeAs(result.undecided());
  }

  @Test
  void changesComeBack() {
    SizeDiff diff =
        new SizeDiff(
            model("elf/c-x64").by(LEVELS, MEASURES), model("elf/cpp-x64").by(LEVELS, MEASURES));
    String json =
        new DiffReport(diff, new DiffSelection(RowSelection.ALL, false)).text(OutputFormat.JSON);
    DiffDocument read = DiffDocument.parse("it", json);
    assertThat(read.change().delta().sizes().file()).isEqualTo(diff.delta().fileSize());
    assertThat(read.older().size() + read.change().delta().sizes().file())
        .isEqualTo(read.newer().size());
    assertThat(read.rows()).hasSameSizeAs(diff.rows());
    for (int i = 0; i < read.rows().size(); i++) {
      DiffDocument.Row back = read.rows().get(i);
      DiffRow row = diff.rows().get(i);
      assertThat(back.label()).isEqualTo(row.label());
      assertThat(back.status()).isEqualTo(row.status().key());
      assertThat(back.change().before().sizes().file()).isEqualTo(row.before().fileSize());
      assertThat(back.change().delta().sizes().of("memory")).hasValue(row.delta().memorySize());
      assertThat(back.rows()).hasSameSizeAs(row.rows());
    }
  }

  private static String message(String json) {
    try {
      SizeDocument.parse("a.json", json);
    } catch (ConfigException e) {
      assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
      return e.getMessage();
    }
    throw new AssertionError("expected a refusal of " + json);
  }

  private static String with(String member, String other) {
    String whole =
        "{\"schema\":\"weighbridge/size/1\",\"file\":\"a\",\"format\":\"ELF\",\"fileSize\":1,"
            + "\"memorySize\":1,\"by\":[\"kind\"],\"rows\":[],\"diagnostics\":[]}";
    assertThat(SizeDocument.parse("a.json", whole).rows()).isEmpty();
    assertThat(whole).contains(member);
    return whole.replace(member, other);
  }

  @Test
  void whatIsWrongIsSaidInALine() {
    assertThat(message("")).isEqualTo("a.json: expected one object of JSON, found none");
    assertThat(message("[]")).isEqualTo("a.json: expected one object of JSON, found a value");
    assertThat(message("{")).startsWith("a.json: expected well-formed JSON, found ");
    assertThat(message("{}")).isEqualTo("a.json: schema: expected weighbridge/size/1, found none");
    assertThat(message(with("size/1", "size/2")))
        .isEqualTo("a.json: schema: expected weighbridge/size/1, found 'weighbridge/size/2'");
    assertThat(message(with("\"fileSize\":1", "\"fileSize\":-1")))
        .isEqualTo("a.json: fileSize: expected a whole number of 0 or more, found '-1'");
    assertThat(message(with("\"fileSize\":1", "\"fileSize\":" + "9".repeat(500))))
        .startsWith("a.json: fileSize: expected a whole number of 0 or more, found '999");
    assertThat(message(with("\"fileSize\":1", "\"fileSize\":" + "9".repeat(5_000))))
        .startsWith("a.json: expected well-formed JSON, found ");
    assertThat(message(with("\"fileSize\":1,", "")))
        .isEqualTo("a.json: fileSize: expected a whole number of 0 or more, found none");
    assertThat(message(with("\"rows\":[],", "")))
        .isEqualTo("a.json: rows: expected a list, found none");
    assertThat(message(with("\"file\":\"a\"", "\"file\":null")))
        .isEqualTo("a.json: file: expected a text, found 'null'");
    assertThat(message(with("\"file\":\"a\"", "\"file\":\"a\",\"file\":\"b\"")))
        .startsWith("a.json: expected well-formed JSON, found Duplicate ");
    assertThat(message(with("[]}", "[]} {}")))
        .isEqualTo("a.json: expected one object of JSON, found more behind its end");
    assertThat(message(with("\"rows\":[]", "\"rows\":[{\"label\":\"x\"}]")))
        .isEqualTo("a.json: rows[0].fileSize: expected a whole number of 0 or more, found none");
    String nested = "\"rows\":" + "[".repeat(100_000);
    assertThat(message(with("\"rows\":[]", nested))).startsWith("a.json: expected ");
  }

  @Test
  void whatLaterVersionsAddPasses() {
    String later = with("\"rows\":[]", "\"later\":{\"x\":[null,1e9,true]},\"rows\":[]");
    assertThat(SizeDocument.parse("a.json", later).file()).isEqualTo("a");
  }

  @Test
  void aDocumentOfAnotherCommandIsRefused() {
    String json = size("elf/c-x64");
    assertThatThrownBy(() -> DiffDocument.parse("a.json", json))
        .hasMessage("a.json: schema: expected weighbridge/diff/1, found 'weighbridge/size/1'");
    assertThatThrownBy(() -> LintDocument.parse("a.json", json))
        .hasMessage("a.json: schema: expected weighbridge/lint/1, found 'weighbridge/size/1'");
  }

  @Test
  void severalStandInAnArray(@TempDir Path folder) throws IOException {
    String json = size("elf/c-x64");
    Path file = folder.resolve("sizes.json");
    Files.writeString(file, "[" + json + "," + json + "]");
    assertThat(SizeDocument.readAll(file)).hasSize(2);
    assertThat(SizeDocument.parseAll("it", json)).containsExactly(SizeDocument.parse("it", json));
    assertThatThrownBy(() -> SizeDocument.parseAll("it", "[],\"x\":[]"))
        .hasMessage("it: expected one array of JSON, found more behind its end");
  }

  @Test
  void filesAndStreamsAreRead(@TempDir Path folder) throws IOException {
    String json = size("elf/c-x64");
    Path file = folder.resolve("size.json");
    assertThatThrownBy(() -> SizeDocument.read(file)).isInstanceOf(NoSuchFileException.class);
    Files.writeString(file, json);
    SizeDocument parsed = SizeDocument.parse("it", json);
    assertThat(SizeDocument.read(file)).isEqualTo(parsed);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(SizeDocument.read("it", new ByteArrayInputStream(bytes))).isEqualTo(parsed);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] target, int from, int length) {
            return length;
          }
        };
    assertThatThrownBy(() -> SizeDocument.read("it", endless))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("it: expected at most ");
  }

  @Test
  void damageIsRefusedOrRead() {
    byte[] json = size("elf/c-x64").getBytes(StandardCharsets.UTF_8);
    Random random = new Random(19);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = json.clone();
      for (int i = 0; i < 1 + round % 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(128);
      }
      int length = round % 4 == 0 ? random.nextInt(damaged.length) : damaged.length;
      String text = new String(damaged, 0, length, StandardCharsets.UTF_8);
      try {
        assertThat(SizeDocument.parse("a.json", text).file()).isNotNull();
      } catch (ConfigException e) {
        assertThat(e.getMessage()).startsWith("a.json: ").doesNotContain("\n");
      }
    }
  }
}
