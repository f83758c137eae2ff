package dev.weighbridge.formats.internal.pe.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.StructureTable.Structure;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Call frame records of 32-bit Windows images say where functions end. */
class PeFramesTest {
  private static final String NAME = "pe/c-mingw-x86.exe";

  private static BinaryImage image() {
    return FormatRegistry.installed().read(NAME, Fixtures.bytes(NAME)).images().get(0);
  }

  @Test
  void functionsReachAsFarAsTheRecordsSay() {
    FunctionTable functions = image().functions();
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < functions.count(); row++) {
      if (functions.evidence(row) == ExtentEvidence.UNWIND_TABLE) {
        long end = functions.address(row) + functions.memorySize(row);
        rows.add(String.format("%08x %08x", functions.address(row), end));
      }
    }
    assertThat(rows).containsExactlyElementsOf(Fixtures.lines(NAME + ".frames.txt"));
  }

  @Test
  void recordsAreAboutTheirFunctions() {
    List<Structure> records =
        image().structures().stream().filter(s -> s.label().equals("FDE")).toList();
    assertThat(records)
        .hasSameSizeAs(Fixtures.lines(NAME + ".frames.txt"))
        .allMatch(s -> s.kind() == Kind.UNWIND && s.subject() == Subject.ADDRESS);
    assertThat(records.get(0).about()).isEqualTo(0x401000);
  }
}
