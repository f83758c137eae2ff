package dev.weighbridge.formats.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DebugInformationTest {
  /** Counts how often it is asked. */
  private static final class Counting implements DebugSource {
    private int asked;

    @Override
    public UnitTable units(Diagnostics diagnostics) {
      asked++;
      diagnostics.warn(".debug_info", 7, "a unit", "none");
      return new UnitTable.Builder().build();
    }

    @Override
    public LineTable lines(Diagnostics diagnostics) {
      asked++;
      diagnostics.warn(".debug_info", 7, "a unit", "none");
      diagnostics.warn(".debug_line", 9, "a line", "none");
      return new LineTable.Builder().build(new SourceTable.Builder().build());
    }

    @Override
    public InlineTable inlines(Diagnostics diagnostics) {
      throw new AssertionError("nobody asked");
    }

    @Override
    public DebugBytes bytes(Diagnostics diagnostics) {
      throw new AssertionError("nobody asked");
    }
  }

  @Test
  void readsWhatIsAskedForOnce() {
    Counting source = new Counting();
    DebugInformation debug = DebugInformation.of(source, List.of(new DebugFile("", "")));
    assertThat(debug.isPresent()).isTrue();
    assertThat(source.asked).isZero();
    assertThat(debug.units()).isSameAs(debug.units());
    assertThat(source.asked).isEqualTo(1);
    assertThat(debug.lines()).isSameAs(debug.lines());
    assertThat(source.asked).isEqualTo(2);
    assertThat(debug.diagnostics()).hasSize(2);
  }

  @Test
  void mayBeAbsent() {
    DebugInformation none = DebugInformation.NONE;
    assertThat(none.isPresent()).isFalse();
    assertThat(none.units().count()).isZero();
    assertThat(none.lines().runAt(0)).isEqualTo(-1);
    assertThat(none.inlines().code().rowAt(0)).isEqualTo(-1);
    assertThat(none.variables().count()).isZero();
    assertThat(none.bytes().sections()).isEmpty();
    assertThat(none.files()).isEmpty();
    assertThat(none.diagnostics()).isEmpty();
  }

  @Test
  void linesOfSequencesThatOverlap() {
    LineTable.Builder lines = new LineTable.Builder();
    lines.begin(100);
    lines.add(100, 0, 1, 0);
    lines.add(110, 0, 2, 0);
    lines.add(112, 0, 2, 0);
    lines.end(120);
    lines.begin(90);
    lines.add(90, 1, 7, 3);
    lines.add(105, 1, 8, 0);
    lines.add(115, 1, 9, 0);
    lines.end(130);
    LineTable table = lines.build(new SourceTable.Builder().build());
    assertThat(table.runCount()).isEqualTo(3);
    assertThat(table.line(table.rowAt(95))).isEqualTo(7);
    assertThat(table.column(table.rowAt(95))).isEqualTo(3);
    assertThat(table.line(table.rowAt(105))).isEqualTo(1);
    assertThat(table.line(table.rowAt(119))).isEqualTo(2);
    assertThat(table.endRow(1) - table.firstRow(1)).isEqualTo(2);
    assertThat(table.line(table.rowAt(120))).isEqualTo(9);
    assertThat(table.start(2, table.rowAt(120))).isEqualTo(120);
    assertThat(table.rowAt(130)).isEqualTo(-1);
  }

  @Test
  void namesOfFunctionsInOthers() {
    byte[] pool = "outer inner f".getBytes(StandardCharsets.UTF_8);
    Bytes bytes = Bytes.of(pool);
    FunctionNames.Builder names = new FunctionNames.Builder();
    names.linkageNames().addNone();
    names.names().add(bytes, 12, 1);
    int function = names.add(0, -1, 0);
    names.containerNames().add(bytes, 0, 5);
    int outer = names.addContainer(-1);
    names.containerNames().addNone();
    int nameless = names.addContainer(outer);
    names.containerNames().add(bytes, 6, 5);
    names.container(function, names.addContainer(nameless));
    FunctionNames built = names.build();
    assertThat(built.qualifiedName(function)).isEqualTo("outer::{anonymous}::inner::f");
    assertThat(built.linkageName(function)).isEmpty();
  }
}
