package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.debug.CodeCuts;
import dev.weighbridge.debug.CodeRows;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and lines where only code is counted: the same as among all, with less read. */
class SourcesOfCodeTest {
  private static final Set<Kind> CODE = EnumSet.of(Kind.CODE);

  private static BinaryModel model(String name) {
    OpenOptions own = OpenOptions.DEFAULT.withPricing(Pricing.OWN);
    return BinaryModel.of(FormatRegistry.installed().read(name, Fixtures.bytes(name)), own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dwarf/app-full-v5-v0-zlib",
        "dwarf/c-x64-g-dwarf2",
        "dwarf/hotcold-gcc",
        "dwarf/mixed-versions",
        "dwarf/art.exe",
        "dwarf/types-v5"
      })
  void codeIsOfTheSameFilesAndLines(String name) {
    BinaryModel model = model(name);
    for (Dimension by : List.of(Dimensions.SOURCE, Dimensions.LINE, Dimensions.source(1))) {
      Map<String, Long> rows = new TreeMap<>();
      for (SizeRow row : new SizeTree(model.query(), List.of(by), Measures.usual(), CODE).rows()) {
        rows.merge(row.label(), row.fileSize(), Long::sum);
      }
      assertThat(rows).isEqualTo(codeAmongAll(model.by(by)));
    }
  }

  private static Map<String, Long> codeAmongAll(SizeTree tree) {
    Partition partition = tree.attribution().partition();
    Labels labels = tree.levels().get(0);
    Map<String, Long> rows = new TreeMap<>();
    for (int span = 0; span < partition.spanCount(); span++) {
      if (partition.kind(span) == Kind.CODE) {
        rows.merge(labels.text(labels.of(span)), partition.fileSize(span), Long::sum);
      }
    }
    return rows;
  }

  @Test
  void variablesAreNotReadForCode() {
    Query query = model("dwarf/c-x64-g-dwarf4").query();
    long[] ofCode = CodeCuts.of(query.attribution(), CodeRows.FILES, query.work());
    assertThat(Dimensions.SOURCE.only(CODE).cuts(query)).isEqualTo(ofCode);
    assertThat(Dimensions.SOURCE.cuts(query)).hasSizeGreaterThan(ofCode.length);
    Set<Kind> more = EnumSet.of(Kind.CODE, Kind.RODATA);
    assertThat(Dimensions.SOURCE.only(more).cuts(query)).hasSizeGreaterThan(ofCode.length);
  }
}
