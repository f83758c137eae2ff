package dev.weighbridge.rustc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.rustc.MonoItem.Kind;
import dev.weighbridge.rustc.MonoSelection.RowOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonoItemsTest {
  private static final Path SAMPLE = Path.of("../examples/cli/src/sample/tally");

  private static void refuses(String text, String words) {
    assertThatExceptionOfType(BinaryException.class)
        .isThrownBy(() -> MonoItems.of("x.txt", PrintedFixture.bytes(text)))
        .withMessageStartingWith("x.txt")
        .withMessageContaining(words);
  }

  private static MonoRow row(MonoTable table, String label) {
    return table.rows().stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tally", "till"})
  void everyUnitHasTheItemsOfTheReferenceCount(String name) throws IOException {
    PrintedFixture fixture = new PrintedFixture(name);
    MonoTable table = MonoTable.of(fixture.items(), MonoFold.UNIT);
    List<List<String>> found =
        table.rows().stream()
            .map(row -> List.of("unit", row.label(), Integer.toString(row.items())))
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(fixture.truth("unit"));
  }

  @ParameterizedTest
  @EnumSource
  void rowsAddUpHoweverItemsAreFolded(MonoFold fold) throws IOException {
    MonoItems items = new PrintedFixture("tally").items();
    MonoRow total = MonoSelection.DEFAULT.total(MonoTable.of(items, fold));
    assertThat(total.copies()).isEqualTo(items.copies()).isEqualTo(785);
    assertThat(total.units()).hasSize(9);
    assertThat(total.crates()).containsExactly("tally");
    if (fold != MonoFold.UNIT) {
      assertThat(total.items()).isEqualTo(673);
    }
  }

  @Test
  void otherLinesOfABuildArePassedOver() throws IOException {
    MonoItems items = new PrintedFixture("till").items();
    assertThat(new PrintedFixture("till").itemsText()).contains("warning: unused variable");
    assertThat(items.items()).hasSize(97);
    assertThat(items.count(Kind.STATIC)).isEqualTo(1);
    assertThat(items.count(Kind.ASSEMBLY)).isEqualTo(1);
    assertThat(items.crates()).containsExactly("rack", "till");
  }

  @Test
  void cratesThatAskForOneItemShareARowAndLocalItemsDoNot() throws IOException {
    MonoTable table = MonoTable.of(new PrintedFixture("till").items(), MonoFold.GENERIC);
    // The library prints its own item without the name of the crate.
    MonoRow put = row(table, "rack::shelf::put::<_>");
    assertThat(put.items()).isEqualTo(2);
    assertThat(put.crates()).containsExactly("rack", "till");
    assertThat(row(table, "helper::twice, in rack").crates()).containsExactly("rack");
    assertThat(row(table, "helper::twice, in till").crates()).containsExactly("till");
    assertThat(row(table, "std::vec::Vec::<_>::push").crates()).containsExactly("rack", "till");
    assertThat(row(table, "<&_ as Size>::size, in till").items()).isEqualTo(2);
  }

  @Test
  void unitsOfAnIncrementalBuildTellNoCrate() {
    String line = "MONO_ITEM fn main @@ dnzkrx9xfk8q4k7kqcji4v2ce[External]\r\n";
    MonoItems items = MonoItems.of("x.txt", PrintedFixture.bytes(line));
    assertThat(items.crates()).isEmpty();
    assertThat(items.items().get(0).units().get(0).shortName())
        .isEqualTo("dnzkrx9xfk8q4k7kqcji4v2ce");
    assertThat(MonoTable.of(items, MonoFold.CRATE).rows().get(0).label())
        .isEqualTo("[unknown crate]");
  }

  @Test
  void twoCratesOfOneNameAreTold() {
    String one = "MONO_ITEM fn a @@ dup.0123456789abcdef-cgu.0[External]\n";
    MonoItems items =
        MonoItems.of("x.txt", PrintedFixture.bytes(one + one.replace("0123", "ffff")));
    assertThat(MonoTable.of(items, MonoFold.CRATE).rows())
        .extracting(MonoRow::label)
        .containsExactlyInAnyOrder("dup[0123456789abcdef]", "dup[ffff456789abcdef]");
  }

  @Test
  void bytesAreThoseOfSymbolsOfTheVeryPath() throws IOException {
    MonoItems items = new PrintedFixture("tally").items();
    var program = BinaryModel.open(SAMPLE).attribution();
    MonoTable table = MonoTable.of(items, MonoFold.GENERIC, program);
    MonoRow main = row(table, "main");
    assertThat(main.symbols()).as("not that of C beside it").isZero();
    // The compiler prints std::ptr for core::ptr here.
    assertThat(row(table, "std::ptr::drop_in_place::<_>").symbols()).isZero();
    MonoRow median = row(table, "core::slice::sort::shared::pivot::median3_rec::<_>");
    Map<String, Long> sizes = sizes("5pivot11median3_rec");
    assertThat(median.symbols()).isEqualTo(sizes.size());
    assertThat(median.codeSize()).isEqualTo(sizes.values().stream().mapToLong(n -> n).sum());
    MonoTable each = MonoTable.of(items, MonoFold.ITEM, program);
    assertThat(sizes("_5WordsNtB4_8Observer7observe").values())
        .containsExactly(row(each, "<Words as Observer>::observe").codeSize());
  }

  /** What nm prints of symbols whose name has a part: sizes by address, as one may have several. */
  private static Map<String, Long> sizes(String part) throws IOException {
    return Files.readAllLines(Path.of(SAMPLE + ".nm.txt")).stream()
        .filter(line -> line.contains(part))
        .map(line -> line.split(" ", -1))
        .collect(
            Collectors.toMap(
                fields -> fields[0], fields -> Long.parseLong(fields[1], 16), (one, same) -> one));
  }

  @Test
  void instancesOfAnItemTellTheirUnits() throws IOException {
    MonoItems items = new PrintedFixture("till").items();
    List<MonoInstance> found = MonoInstance.named(items, "rack::shelf::put::<_>", Optional.empty());
    assertThat(found).hasSize(1);
    assertThat(found.get(0).item().label()).isEqualTo("rack::shelf::put::<u16>");
    assertThat(found.get(0).item().crates()).containsExactly("till");
    assertThat(MonoInstance.named(items, "shelf::put", Optional.empty())).hasSize(2);
    assertThat(MonoInstance.named(items, "nothing", Optional.empty())).isEmpty();
  }

  @Test
  void rowsAreSortedFilteredAndCut() throws IOException {
    MonoTable table = MonoTable.of(new PrintedFixture("tally").items(), MonoFold.GENERIC);
    MonoSelection selection =
        new MonoSelection(RowLimit.of(2), Optional.of(Pattern.compile("^alloc::")), RowOrder.ITEMS);
    List<MonoRow> rows = selection.of(table);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).items()).isGreaterThanOrEqualTo(rows.get(1).items());
    assertThat(rows.get(2).label()).matches("\\[\\d+ others\\]");
    assertThat(rows.stream().mapToLong(MonoRow::copies).sum())
        .isEqualTo(selection.total(table).copies());
  }

  @Test
  void whatTheCompilerDidNotPrintIsRefused() {
    refuses("", "expected the output of rustc -Zprint-mono-items, found an empty file");
    refuses("\u007fELF\0\0", "found bytes that are no text");
    refuses("warning: unused\n", "no line begins with MONO_ITEM");
    refuses("\nMONO_ITEM fn a", "x.txt: line 2: expected an item, @@ and codegen units");
    refuses("MONO_ITEM fn a @@", "expected codegen units behind @@, found the end of the line");
    refuses("MONO_ITEM fn a @@ b.cgu[Ext", "expected a codegen unit as unit[Linkage]");
    refuses("MONO_ITEM type a @@ b[C]", "expected one of fn, static and global_asm, found 'type'");
  }

  @Test
  void textOfWindowsIsReadByItsMark() throws IOException {
    String text = "\ufeff" + new PrintedFixture("till").itemsText();
    for (var form : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      MonoItems items = MonoItems.of("x.txt", Bytes.of(text.getBytes(form)));
      assertThat(items.items()).hasSize(97);
    }
    assertThat(MonoItems.of("x.txt", PrintedFixture.bytes(text)).items()).hasSize(97);
  }
}
