package dev.weighbridge.report.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.spi.Attempt;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectWritersTest {
  @Test
  void jsonHasEverySectionAndSegment() {
    for (String name : Samples.FIXTURES) {
      BinaryModel model = Samples.fixture(name);
      JsonTree json =
          JsonTree.of(
              new InspectReport(model.file(), model.sideFiles(), 0).text(OutputFormat.JSON));
      assertThat(json.string("schema")).isEqualTo("weighbridge/inspect/1");
      JsonTree image = json.list("images").get(0);
      BinaryImage facts = model.file().images().get(0);
      assertThat(image.list("sections")).as(name).hasSize(facts.sections().count());
      assertThat(image.list("segments")).as(name).hasSize(facts.segments().count());
      assertThat(image.get("symbols").list("rows"))
          .hasSize((int) image.get("symbols").number("count"));
    }
  }

  @Test
  void tellsImportsFromExports() {
    JsonTree linked = image("c-x64");
    assertThat(names(linked, "imports")).contains("__libc_start_main").doesNotContain("main");
    assertThat(names(linked, "exports")).doesNotContain("__libc_start_main");
    JsonTree relocatable = image("util.o");
    assertThat(names(relocatable, "exports")).isNotEmpty();
  }

  /**
   * As {@code wasm-objdump} prints of them; the names of functions are in the name section, too.
   */
  @Test
  void listsWhatCrossesTheBoundaryOfAModule() {
    JsonTree features = image(wasm("features"));
    assertThat(names(features, "imports")).containsExactlyInAnyOrder("log", "shared", "base");
    assertThat(names(features, "exports"))
        .containsExactlyInAnyOrder("run", "memory", "counter", "oops", "run2");
    assertThat(names(image(wasm("proposals")), "exports"))
        .containsExactlyInAnyOrder("\u00e9\u2603", "");
  }

  /** As {@code readelf --dyn-syms} and {@code llvm-readobj --coff-exports} print them. */
  @Test
  void tellsWhoProvidesWhatInWhichVersion() {
    String elf = text("elf/c-x64");
    assertThat(elf).contains(" strlen@GLIBC_2.2.5 from libc.so.6\n");
    String pe = text("pe/fixdll-msvc.dll");
    assertThat(pe).contains(" forwarded -> kernel32.Sleep\n").contains(" #7\n");
    assertThat(text("wasm/features.wasm")).contains(" log from env\n");
  }

  /** As {@code llvm-readobj --stack-sizes} prints them; files without them have no such column. */
  @Test
  void tellsTheStackThatFunctionsTake() {
    String text = text("firmware/stack.o");
    assertThat(text)
        .contains("stack          3 functions, each at most 1,016 bytes of its own\n")
        .containsPattern("62 +1,016 +function +global +symbol table +large\n");
    assertThat(text("elf/c-x64")).doesNotContain("stack   ");
    BinaryModel model =
        BinaryModel.of("stack.o", Fixtures.bytes("firmware/stack.o"), OpenOptions.DEFAULT);
    List<JsonTree> rows = image(model).get("symbols").list("rows");
    assertThat(rows)
        .filteredOn(row -> row.string("name").equals("large"))
        .singleElement()
        .satisfies(row -> assertThat(row.number("stack")).isEqualTo(1016));
    assertThat(rows)
        .filteredOn(row -> row.string("name").equals("memset"))
        .singleElement()
        .satisfies(row -> assertThat(row.has("stack")).isFalse());
  }

  private static String text(String fixture) {
    BinaryModel model = BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
    return new InspectReport(model.file(), List.of(), 0).text(OutputFormat.TEXT);
  }

  /** A side file that was looked for is told with what was wanted, whether there is one or not. */
  @Test
  void tellsWhereSideFilesWereLookedFor() {
    Match match = new Match(Match.Outcome.OTHER_BUILD, "build id 12ab", "build id 34cd");
    Attempt attempt = new Attempt("ELF debug file", "app.debug", true, match);
    InspectReport report = new InspectReport(Samples.evil().file(), List.of(attempt), 20);
    assertThat(report.text(OutputFormat.TEXT))
        .contains("ELF debug file  other build  build id 12ab  build id 34cd  app.debug\n");
    JsonTree told = JsonTree.of(report.text(OutputFormat.JSON)).list("sideFiles").get(0);
    assertThat(told.string("outcome")).isEqualTo("other_build");
  }

  /**
   * A command that met a defect sends people here, so that those of every table must be told. The
   * line program begins at 0x2458, as {@code readelf -S} prints; its version is behind its length.
   */
  @Test
  void tellsDefectsOfLines() {
    byte[] file = Fixtures.array("dwarf/bbsections-clang");
    file[0x2458 + Integer.BYTES] = 99;
    BinaryModel model = BinaryModel.of("bad-lines", Bytes.of(file), OpenOptions.DEFAULT);
    InspectReport report = new InspectReport(model.file(), List.of(), List.of(), 0, true);
    assertThat(report.text(OutputFormat.TEXT))
        .contains("Diagnostics of debug information: 1")
        .containsPattern("debug_line.*99");
  }

  private static BinaryModel wasm(String fixture) {
    Bytes bytes = Fixtures.bytes("wasm/" + fixture + ".wasm");
    return BinaryModel.of(fixture, bytes, OpenOptions.DEFAULT);
  }

  private static JsonTree image(String fixture) {
    return image(Samples.fixture(fixture));
  }

  private static JsonTree image(BinaryModel model) {
    InspectReport report = new InspectReport(model.file(), model.sideFiles(), 0);
    return JsonTree.of(report.text(OutputFormat.JSON)).list("images").get(0);
  }

  private static List<String> names(JsonTree image, String list) {
    return image.get(list).list("rows").stream().map(row -> row.string("name")).toList();
  }

  @Test
  void listsAreCutButCounted() {
    BinaryModel model = Samples.fixture("c-x64");
    JsonTree image =
        JsonTree.of(new InspectReport(model.file(), model.sideFiles(), 2).text(OutputFormat.JSON))
            .list("images")
            .get(0);
    assertThat(image.get("symbols").list("rows")).hasSize(2);
    assertThat(image.get("symbols").number("count")).isGreaterThan(2);
    assertThat(new InspectReport(model.file(), model.sideFiles(), 2).text(OutputFormat.TEXT))
        .contains(" others]\n");
  }

  @Test
  void textShowsNamesHarmlessly() {
    String text = new InspectReport(Samples.evil().file(), List.of(), 20).text(OutputFormat.TEXT);
    assertThat(text)
        .contains("needs          lib\\u{7}.so\n")
        .contains("evil\\u{1b}[31m,\"name\"\\u{a}of two lines\n")
        .contains("warning      demo.field[1] at 0x8: expected < 31, found 4096\n")
        .doesNotContain("\u001b");
  }

  @Test
  void refusesANegativeLimit() {
    assertThatThrownBy(() -> new InspectReport(Samples.evil().file(), List.of(), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
