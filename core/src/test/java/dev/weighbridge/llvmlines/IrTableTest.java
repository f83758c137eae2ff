package dev.weighbridge.llvmlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.llvmlines.IrSelection.RowOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IrTableTest {
  private static final Path SAMPLE = Path.of("../examples/cli/src/sample/tally");
  private static final String WITHOUT =
      "define void @_RNvC1a1f() {\n  ret void\n}\ndefine void @_RNvC1a1g() {\n  ret void\n}\n";

  private static IrLines of(String text) {
    return IrLines.of("x.ll", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static IrRow row(IrTable table, String label) {
    return table.rows().stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
  }

  @Test
  void copiesOfAGenericAreOneRow() throws IOException {
    IrFixture fixture = new IrFixture("generic-release");
    IrTable table = IrTable.of(fixture.lines(), IrFold.GENERIC);
    List<Integer> copies =
        fixture.truth().entrySet().stream()
            .filter(entry -> entry.getKey().contains("drop_in_place$LT$"))
            .map(Map.Entry::getValue)
            .toList();
    IrRow row = row(table, "core::ptr::drop_in_place<_>");
    assertThat(row.copies()).isEqualTo(copies.size()).isGreaterThan(100);
    assertThat(row.lines()).isEqualTo(copies.stream().mapToInt(count -> count).sum());
  }

  @Test
  void rowsAddUpHoweverFunctionsAreFolded() throws IOException {
    IrLines lines = new IrFixture("tally").lines();
    for (IrFold fold : IrFold.values()) {
      IrRow total = IrSelection.DEFAULT.total(IrTable.of(lines, fold));
      assertThat(total.lines()).isEqualTo(lines.lines());
      assertThat(total.copies()).isEqualTo(lines.count());
    }
  }

  @Test
  void bytesOfTheProgramAreThoseOfItsSymbolTable() throws IOException {
    IrFixture fixture = new IrFixture("tally");
    IrTable table =
        IrTable.of(fixture.lines(), IrFold.SYMBOL, BinaryModel.open(SAMPLE).attribution());
    IrRow main = row(table, "tally::main");
    assertThat(main.symbols()).isEqualTo(1);
    assertThat(main.codeSize()).isEqualTo(symbol("_5tally4main"));
    assertThat(main.fileSize()).isGreaterThan(main.codeSize());
    assertThat(row(table, "core::ptr::drop_in_place::<tally::Words>").codeSize())
        .isEqualTo(symbol("_5tally5WordsEBI_"));
    // Two modules have made one of this.
    IrRow observer =
        row(table, "core::ptr::drop_in_place::<alloc::boxed::Box<dyn tally::Observer>>");
    assertThat(observer.symbols()).isEqualTo(2);
    assertThat(row(table, "tally::main::{closure#1}").codeSize()).as("inlined").isZero();
  }

  /** The size that nm prints of the symbol with the end of a name. */
  private static long symbol(String end) throws IOException {
    return Files.readAllLines(Path.of(SAMPLE + ".nm.txt")).stream()
        .filter(line -> line.endsWith(end))
        .mapToLong(line -> Long.parseLong(line.split(" ", -1)[1], 16))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rowsAreSortedFilteredAndCut() throws IOException {
    IrTable table = IrTable.of(new IrFixture("generic-release").lines(), IrFold.GENERIC);
    IrSelection selection =
        new IrSelection(3, Optional.of(Pattern.compile("^core::")), RowOrder.COPIES);
    List<IrRow> rows = selection.of(table);
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).label()).isEqualTo("core::ptr::drop_in_place<_>");
    assertThat(rows.get(3).label()).matches("\\[\\d+ others\\]");
    assertThat(rows.stream().mapToLong(IrRow::lines).sum())
        .isEqualTo(selection.total(table).lines());
  }

  @Test
  void changesAddUp() throws IOException {
    IrLines before = new IrFixture("generic-release").lines();
    IrLines after = new IrFixture("generic-optimised").lines();
    IrDiff diff = IrDiff.of(IrTable.of(before, IrFold.GENERIC), IrTable.of(after, IrFold.GENERIC));
    IrChange total = IrSelection.DEFAULT.total(diff);
    assertThat(total.delta()).isEqualTo(after.lines() - before.lines());
    assertThat(total.copiesDelta()).isEqualTo(after.count() - before.count());
  }

  @Test
  void irWithDebugInformationDoesNotCompareWithIrWithout() {
    IrTable with = IrTable.of(of("define void @f() !dbg !5 {\n  ret void\n}\n"), IrFold.SYMBOL);
    IrTable without = IrTable.of(of(WITHOUT), IrFold.SYMBOL);
    assertThat(IrDiff.of(without, without).changes()).isEmpty();
    assertThatExceptionOfType(UnsupportedBinaryException.class)
        .isThrownBy(() -> IrDiff.of(without, with))
        .withMessageContaining("expected LLVM IR with debug information");
  }
}
