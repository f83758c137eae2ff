package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SizeJsonTest {
  private static final SizeJson JSON = new SizeJson();

  @Test
  void everyLevelSumsToTheOneAbove() {
    for (String name : Samples.FIXTURES) {
      BinaryModel model = Samples.fixture(name);
      for (Dimension dimension : Dimensions.all()) {
        for (int limit : new int[] {0, 1, 3}) {
          RowSelection rows = new RowSelection(limit, Optional.empty(), RowOrder.FILE_SIZE);
          SizeTree tree = model.by(dimension, Dimensions.SYMBOL);
          JsonTree json = JsonTree.of(JSON.text(new SizeReport(model.file(), tree, rows)));
          assertThat(json.number("fileSize")).as(name).isEqualTo(model.fileSize());
          assertThat(json.number("memorySize")).as(name).isEqualTo(model.memorySize());
          assertLaws(json, limit);
        }
      }
    }
  }

  @Test
  void lawsHoldForWhatASelectionLeaves() {
    BinaryModel model = Samples.fixture("c-x64");
    SizeTree tree = model.by(Dimensions.SECTION, Dimensions.SYMBOL).only(Set.of(Kind.CODE));
    Pattern pattern = Pattern.compile("main|start");
    for (Optional<Pattern> filter : List.of(Optional.<Pattern>empty(), Optional.of(pattern))) {
      RowSelection rows = new RowSelection(2, filter, RowOrder.LABEL);
      JsonTree json = JsonTree.of(JSON.text(new SizeReport(model.file(), tree, rows)));
      assertLaws(json, 2);
      assertThat(json.number("fileSize")).isBetween(1L, model.fileSize() - 1);
      assertThat(json.get("selection").number("ofFileSize")).isEqualTo(model.fileSize());
      assertThat(json.get("selection").has("filter")).isEqualTo(filter.isPresent());
    }
  }

  private static void assertLaws(JsonTree json, int limit) {
    assertThat(json.get("basis").sum()).isEqualTo(json.number("fileSize"));
    assertSums(json, limit);
  }

  private static void assertSums(JsonTree above, int limit) {
    List<JsonTree> rows = above.list("rows");
    long fileSize = rows.stream().mapToLong(row -> row.number("fileSize")).sum();
    long memorySize = rows.stream().mapToLong(row -> row.number("memorySize")).sum();
    assertThat(fileSize).isEqualTo(above.number("fileSize"));
    assertThat(memorySize).isEqualTo(above.number("memorySize"));
    if (limit > 0) {
      assertThat(rows).hasSizeLessThanOrEqualTo(limit + 1);
    }
    for (JsonTree row : rows) {
      assertThat(row.get("kinds").sum()).isEqualTo(row.number("fileSize"));
      if (row.has("rows")) {
        assertSums(row, limit);
      }
    }
  }

  @Test
  void saysWhatTheContractNames() {
    BinaryModel model = Samples.fixture("c-x64");
    String text = JSON.text(new SizeReport(model.file(), model.bySymbol(), RowSelection.ALL));
    JsonTree json = JsonTree.of(text);
    assertThat(text)
        .startsWith("{\"schema\":\"weighbridge/size/1\",\"file\":\"c-x64\",")
        .endsWith("\n");
    assertThat(json.string("format")).isEqualTo("ELF");
    assertThat(json.string("machine")).isEqualTo("x86_64");
    assertThat(json.string("pricing")).isEqualTo("full");
    assertThat(json.string("cratePolicy")).isEqualTo("responsible");
    assertThat(json.has("selection")).isFalse();
    JsonTree main =
        json.list("rows").stream()
            .filter(row -> row.string("label").equals("main"))
            .findAny()
            .get();
    assertThat(main.get("mangled")).hasToString("[main]");
    assertThat(main.number("aliases")).isZero();
    assertThat(main.number("address")).isPositive();
    assertThat(main.string("basis")).isIn("exact", "inferred", "referenced");
  }

  @Test
  void writesAnyNameAndAnyAddress() {
    BinaryModel model = Samples.evil();
    String text = JSON.text(new SizeReport(model.file(), model.bySymbol(), RowSelection.ALL));
    JsonTree json = JsonTree.of(text);
    JsonTree row =
        json.list("rows").stream()
            .filter(r -> r.string("label").equals(Samples.EVIL))
            .findAny()
            .get();
    assertThat(row.get("address")).hasToString("18446744071562067984");
    JsonTree diagnostic = json.list("diagnostics").get(0);
    assertThat(diagnostic.string("severity")).isEqualTo("warning");
    assertThat(diagnostic.string("structure")).isEqualTo("demo.field[1]");
    assertThat(diagnostic.number("fileOffset")).isEqualTo(8);
    assertThat(diagnostic.string("expected")).isEqualTo("< 31");
    assertThat(diagnostic.string("found")).isEqualTo("4096");
  }

  @Test
  void putsEachRowOnItsOwnLine() {
    BinaryModel model = Samples.fixture("c-x64");
    String text = JSON.text(new SizeReport(model.file(), model.bySection(), RowSelection.ALL));
    assertThat(text.lines().filter(line -> line.startsWith(" {\"label\":")).count())
        .isEqualTo(model.bySection().rows().size());
  }

  @Test
  void aTargetThatFailsFailsAsItself() {
    IOException full = new IOException("no room");
    Writer target =
        new Writer() {
          @Override
          public void write(char[] text, int start, int count) throws IOException {
            throw full;
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    BinaryModel model = Samples.fixture("c-x64");
    SizeReport report = new SizeReport(model.file(), model.bySymbol(), RowSelection.ALL);
    assertThatThrownBy(() -> JSON.write(report, target)).isSameAs(full);
  }
}
