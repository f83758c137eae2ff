package dev.weighbridge.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.DamagesFiles;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import dev.weighbridge.wasm.internal.WasmFormat;
import dev.weighbridge.wasm.internal.sourcemap.SourceMapDebug;
import dev.weighbridge.wasm.items.WasmType;
import dev.weighbridge.wasm.operators.CodeReferences;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files end in diagnostics or are refused, whatever the damage. */
@DamagesFiles
class WasmMutationsTest {
  static Stream<String> fixtures() {
    return FixtureFolder.binaries("wasm").stream();
  }

  private static void tour(Bytes bytes) {
    BinaryFile file = new WasmFormat().read("test", bytes);
    file.images().forEach(image -> image.references(new Within(file.fileSize())));
    file.as(WasmModule.class)
        .ifPresent(
            module -> {
              for (int row = 0; row < module.functions().count(); row++) {
                if (module.functions().bodyStart(row) >= 0) {
                  visit(module, row);
                }
              }
              module.types().stream().forEach(WasmType::text);
            });
  }

  /** All that is told of references lies in the file. */
  private record Within(long fileSize) implements ReferenceSink {
    @Override
    public void root(RootReason reason, long start, long end) {
      assertThat(start).isBetween(0L, end - 1);
      assertThat(end).isLessThanOrEqualTo(fileSize);
    }

    @Override
    public void reference(long from, long to) {
      assertThat(from).isBetween(0L, fileSize - 1);
      assertThat(to).isBetween(0L, fileSize - 1);
    }

    @Override
    public void unread(Diagnostic defect) {
      assertThat(defect.fileOffset()).isBetween(0L, fileSize);
    }
  }

  /** A body that cannot be decoded leaves the others alone. */
  private static void visit(WasmModule module, int row) {
    try {
      CodeReferences.visit(module.code(row), (kind, position, target, space) -> {});
    } catch (BinaryException e) {
      assertThat(e.fileOffset()).isBetween(0L, module.bytes().length());
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void survivesDamage(String fixture) {
    Mutations.Result result =
        Mutations.of(fixture, Fixtures.array(fixture)).check(WasmMutationsTest::tour);
    assertThat(result.count()).isEqualTo(Mutations.seededCount());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void survivesTruncation(String fixture) {
    byte[] array = Fixtures.array(fixture);
    Bytes bytes = Bytes.of(array);
    Stream<WasmSection> sections =
        WasmComponent.isComponent(bytes)
            ? WasmComponent.of(bytes).sections().stream()
            : WasmModule.of(bytes).sections().stream();
    long[] seams =
        sections
            .flatMap(s -> Stream.of(s.fileStart(), s.contentStart(), s.payloadStart()))
            .mapToLong(Long::longValue)
            .toArray();
    assertThat(
            Mutations.of(fixture, array).checkTruncations(WasmMutationsTest::tour, seams).count())
        .isPositive();
  }

  @Test
  void survivesDamagedSourceMaps() {
    String map = "sourcemap/art-sourcemap.wasm.map";
    Bytes module = Fixtures.bytes("sourcemap/art-sourcemap.wasm");
    Mutations.of(map, Fixtures.array(map)).check(mutant -> readMap(module, mutant));
  }

  /** One beside the module, whose damage is met when lines are asked for, and one given. */
  private static void readMap(Bytes module, Bytes map) {
    SideFiles given = SideFiles.of(new SideFile("mutant.map", map));
    LineTable lines = new WasmFormat().read("test", module, given).images().get(0).debug().lines();
    for (int run = 0; run < lines.runCount(); run++) {
      assertThat(lines.runEnd(run)).isLessThanOrEqualTo(module.length());
      for (int row = lines.firstRow(run); row < lines.endRow(run); row++) {
        assertThat(lines.file(row)).isLessThan(lines.sources().count());
        assertThat(lines.line(row)).isNotNegative();
      }
    }
    SourceMapDebug.of(WasmModule.of(module), map, "mutant.map").lines();
  }

  @Test
  void replays() {
    assertThat(Mutations.replays(WasmMutationsTest::tour)).isNotNegative();
  }
}
