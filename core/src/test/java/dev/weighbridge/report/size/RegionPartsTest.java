package dev.weighbridge.report.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.query.Query;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.TextStyle;
import dev.weighbridge.report.answer.Units;
import dev.weighbridge.report.writing.TextWriter;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RegionPartsTest {
  private static String written(MemoryMap map) throws IOException {
    BinaryModel model =
        BinaryModel.of("x", Fixtures.bytes("firmware/unloaded.elf"), OpenOptions.DEFAULT);
    Query query = model.query().withMemoryMap(map);
    StringBuilder text = new StringBuilder();
    new TextWriter(new TextStyle(Units.BINARY, false))
        .write(Answer.of("regions-1", "x", RegionParts.table(query)), 100, text);
    return text.toString();
  }

  /** Used and Size are those that ld printed, see unloaded.memusage.txt: 1,048 B of 64 KB. */
  @Test
  void allBytesAreInTheSameUnits() throws IOException {
    MemoryMap map =
        MemoryMap.of(MemoryMap.parse("FLASH=0x08000000+64K"), MemoryMap.parse("RAM=0x20000000+32"));
    assertThat(written(map))
        .isEqualTo(
            """
            Memory regions (regions given)
                 Used       Size  % used       Free       Gaps       Start  region
             1.02 KiB   64.0 KiB    1.60   63.0 KiB      989 B   0x8000000  FLASH
                 40 B       32 B  125.00       -8 B          -  0x20000000  RAM
            """);
  }

  @Test
  void lengthsThatNobodyKnowsHaveNoUnits() throws IOException {
    assertThat(written(MemoryMap.INFERRED))
        .isEqualTo(
            """
            Memory regions (inferred from the segments; their lengths are unknown)
                 Used       Size  % used       Free       Gaps       Start  region
             1.02 KiB          ?       ?          ?      989 B   0x8000000  FLASH
                 40 B          ?       ?          ?          -  0x20000000  RAM
            """);
  }
}
