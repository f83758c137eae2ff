package dev.weighbridge.inlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All copies of a generic function as one row. */
class FoldedInlinesTest {
  /** Call sites and bytes as an independent reader of DWARF tells them of each copy. */
  @ParameterizedTest
  @CsvSource({
    "app-full-v5-v0-zlib, core::ptr::drop_in_place::<_>, core::ptr::drop_in_place<",
    "app-full-v5-v0-zlib, core::ptr::copy_nonoverlapping::<_>, core::ptr::copy_nonoverlapping<",
    "app-full-v4-dwz-zlib, core::ptr::copy_nonoverlapping, core::ptr::copy_nonoverlapping<",
    "types-v5, Box::half<_>, Box<"
  })
  void copiesAreOneRow(String name, String label, String start) {
    int sites = 0;
    long inlined = 0;
    for (String line : Truth.of("dwarf/" + name).part("inlined")) {
      String[] columns = line.split(" ", 4);
      if (columns[3].substring(columns[3].indexOf('|') + 1).startsWith(start)) {
        sites += Integer.parseInt(columns[0]);
        inlined += Long.parseLong(columns[1]);
      }
    }
    Inlines inlines = inlines(name);
    InlinedFunction row =
        inlines.functions().stream().filter(f -> f.label().equals(label)).findFirst().orElseThrow();
    assertThat(row.siteCount()).isEqualTo(sites).isPositive();
    assertThat(row.inlinedSize()).isEqualTo(inlined);
    assertThat(inlines.callSites(label)).hasSize(sites);
  }

  @ParameterizedTest
  @CsvSource({"app-full-v5-v0-zlib", "app-full-v4-dwz-zlib", "types-v5", "c-x64-g-dwarf4"})
  void foldedRowsAddUpToTheSame(String name) {
    Inlines folded = inlines(name);
    Inlines all = Inlines.of(model(name).attribution());
    assertThat(folded.functions().stream().mapToLong(InlinedFunction::size).sum())
        .isEqualTo(all.functions().stream().mapToLong(InlinedFunction::size).sum())
        .isPositive();
    assertThat(folded.functions().size()).isLessThanOrEqualTo(all.functions().size());
  }

  private static Inlines inlines(String name) {
    return Inlines.folded(model(name).attribution());
  }

  private static BinaryModel model(String name) {
    return BinaryModel.of(name, Fixtures.bytes("dwarf/" + name), OpenOptions.DEFAULT);
  }
}
