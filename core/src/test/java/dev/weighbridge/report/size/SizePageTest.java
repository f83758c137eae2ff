package dev.weighbridge.report.size;

import static dev.weighbridge.dimension.Dimensions.KIND;
import static dev.weighbridge.dimension.Dimensions.SECTION;
import static dev.weighbridge.dimension.Dimensions.SEGMENT;
import static dev.weighbridge.dimension.Dimensions.SYMBOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.PageData;
import dev.weighbridge.report.Samples;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.PackedColumn;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SizePageTest {

  private static SizeReport report(BinaryModel model, Dimension... by) {
    return new SizeReport(model.file(), model.by(by), RowSelection.DEFAULT);
  }

  /** The rows of a tree by path, equal labels of one level added up. */
  private static Map<String, Long> sums(List<SizeRow> rows) {
    Map<String, Long> sums = new LinkedHashMap<>();
    for (SizeRow row : rows) {
      String label = SafeText.of(row.label());
      if (row.rows().isEmpty()) {
        sums.merge(label, row.fileSize(), Long::sum);
      } else {
        sums(row.rows())
            .forEach((below, size) -> sums.merge(label + " > " + below, size, Long::sum));
      }
    }
    return sums;
  }

  @Test
  void holdsWhatTheTreesOfAllItsDimensionsHold() {
    for (String name : Samples.FIXTURES) {
      BinaryModel model = Samples.fixture(name);
      PageData page = PageData.of(report(model, SECTION, SYMBOL).text(OutputFormat.HTML));
      assertThat(page.dimensions()).startsWith("section", "symbol").contains("kind");
      assertThat(page.sums("fileSize", "section", "symbol"))
          .as(name)
          .containsExactlyInAnyOrderEntriesOf(sums(model.by(SECTION, SYMBOL).rows()));
      assertThat(page.sums("fileSize", "symbol"))
          .containsExactlyInAnyOrderEntriesOf(sums(model.bySymbol().rows()));
      assertThat(page.sums("fileSize", "symbol", "kind"))
          .containsExactlyInAnyOrderEntriesOf(sums(model.by(SYMBOL, KIND).rows()));
      assertThat(page.sums("memorySize", "kind").values().stream().mapToLong(v -> v).sum())
          .isEqualTo(model.memorySize());
    }
  }

  /** To read debug information takes long: views by it are for who asks for one of them. */
  @Test
  void viewsByDebugInformationAreThereForWhoAsksForAny() {
    String name = "dwarf/tomb-lld-v5";
    BinaryModel model = BinaryModel.of(name, Fixtures.bytes(name), OpenOptions.DEFAULT);
    PageData page = PageData.of(report(model, Dimensions.SOURCE).text(OutputFormat.HTML));
    assertThat(page.dimensions()).startsWith("source").contains("unit", "inline");
    assertThat(page.sums("fileSize", "inline"))
        .containsExactlyInAnyOrderEntriesOf(sums(model.by(Dimensions.INLINE).rows()));
    PageData plain = PageData.of(report(model, SYMBOL).text(OutputFormat.HTML));
    assertThat(plain.dimensions()).doesNotContain("source", "unit", "inline");
  }

  @Test
  void opensAsTheReportIsGrouped() {
    BinaryModel model = Samples.fixture("c-x64");
    JsonTree page =
        PageData.of(report(model, KIND, SEGMENT, SYMBOL).text(OutputFormat.HTML)).json();
    assertThat(page.list("by"))
        .map(JsonTree::toString)
        .containsExactly("kind", "segment", "symbol");
    assertThat(page.string("sort")).isEqualTo("file_size");
    assertThat(page.number("fileSize")).isEqualTo(model.fileSize());
    assertThat(page.number("folded")).isZero();
    assertThat(page.list("notes")).isEmpty();
  }

  @Test
  void offersEachDimensionOnce() {
    BinaryModel model = Samples.fixture("cpp-x64");
    PageData page = PageData.of(report(model, Dimensions.CRATE, SYMBOL).text(OutputFormat.HTML));
    assertThat(page.dimensions()).doesNotHaveDuplicates().startsWith("crate", "symbol");
  }

  @Test
  void keepsWhatKindsAndFilterLeave() {
    BinaryModel model = Samples.fixture("cpp-x64");
    RowSelection main =
        new RowSelection(0, Optional.of(Pattern.compile("main|\\.data")), RowOrder.FILE_SIZE);
    SizeReport report =
        new SizeReport(
            model.file(), model.by(SECTION, SYMBOL).only(Set.of(Kind.CODE, Kind.DATA)), main);
    PageData page = PageData.of(report.text(OutputFormat.HTML));
    long sum = page.sums("fileSize", "kind").values().stream().mapToLong(v -> v).sum();
    assertThat(sum).isEqualTo(report.shown().fileSize()).isBetween(1L, model.fileSize() - 1);
    assertThat(page.sums("fileSize", "section", "symbol").keySet())
        .isNotEmpty()
        .allMatch(path -> path.contains("main") || path.startsWith(".data"));
    assertThat(page.json().list("notes"))
        .map(JsonTree::toString)
        .containsExactly("only code data", "filtered by main|\\.data");
  }

  @Test
  void theLightestNamesBecomeOneRowAndTheOthersStayExact() throws IOException {
    BinaryModel model = Samples.fixture("cpp-x64");
    SizeReport report = report(model, SECTION, SYMBOL);
    Map<String, Long> whole =
        PageData.of(report.text(OutputFormat.HTML)).sums("fileSize", "symbol");
    StringBuilder small = new StringBuilder();
    new SizePage(report.file(), report.shown(), 80).map().writePage(small);
    PageData page = PageData.of(small.toString());
    long folded = page.json().number("folded");
    Map<String, Long> kept = page.sums("fileSize", "symbol");
    Long others = kept.remove("[" + folded + " others]");
    assertThat(folded).isPositive();
    assertThat(kept).isNotEmpty();
    assertThat(whole).containsAllEntriesOf(kept);
    assertThat(kept.values().stream().mapToLong(v -> v).sum() + others).isEqualTo(model.fileSize());
    assertThat(page.sums("fileSize", "section"))
        .containsExactlyInAnyOrderEntriesOf(sums(model.bySection().rows()));
  }

  @Test
  void aHostileNameStaysText() throws IOException {
    String page = report(Samples.evil(), SECTION, SYMBOL).text(OutputFormat.HTML);
    assertThat(page).doesNotContain("\u001b");
    assertThat(PageData.of(page).sums("fileSize", "symbol").keySet())
        .anyMatch(name -> name.contains("evil\\u{1b}[31m"));
  }

  @Test
  void needsNothingElseAndIsAlwaysTheSame() throws IOException {
    BinaryModel model = Samples.fixture("c-x64");
    String page = report(model, SECTION, SYMBOL).text(OutputFormat.HTML);
    assertThat(page)
        .startsWith("<!DOCTYPE html>\n")
        .endsWith("</html>\n")
        .contains("<title>c-x64 · Weighbridge</title>")
        .contains("default-src 'none'")
        .doesNotContainPattern("(?i)(src|href)=\"|https?://|@import|url\\(|<!--\\{");
    assertThat(report(Samples.fixture("c-x64"), SECTION, SYMBOL).text(OutputFormat.HTML))
        .isEqualTo(page);
    for (String script : List.of("page.js", "treemap.js", "rows.js", "lint.js")) {
      Path file = Path.of("src/main/resources/dev/weighbridge/report/writing/page", script);
      String text = Files.readString(file, StandardCharsets.UTF_8);
      assertThat(page).contains(text);
      assertThat(text).as("would end its element").doesNotContain("</script");
    }
  }

  @Test
  void packedNumbersAreThoseOfLeb128() {
    PackedColumn packed = new PackedColumn();
    packed.add(0);
    packed.add(127);
    packed.add(128);
    packed.add(624_485);
    packed.addSigned(-1);
    packed.addStep(3);
    packed.addStep(1);
    packed.add(-1L);
    assertThat(packed.bytes())
        .containsExactly(
            0, 0x7F, 0x80, 1, 0xE5, 0x8E, 0x26, 1, 6, 3, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
            0xFF, 0xFF, 1);
  }
}
