package dev.weighbridge.formats.linkermap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkerScriptTest {
  private static List<MemoryRegion> memory(String text) {
    return LinkerScript.memory("x.ld", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsTheScriptOfAFirmware() {
    assertThat(LinkerScript.memory("fw.ld", Fixtures.bytes("firmware/fw.ld")))
        .containsExactly(
            new MemoryRegion("FLASH", 0x0800_0000L, 512L << 10, "rx"),
            new MemoryRegion("RAM", 0x2000_0000L, 128L << 10, "xrw"),
            new MemoryRegion("CCM", 0x1000_0000L, 4L << 10, "rw"),
            new MemoryRegion("EXT", 0x9000_0000L, 8L << 20, "r"));
  }

  /** The spellings that the manual allows: short keys, no commas, symbols, other regions. */
  @Test
  void readsEverySpelling() {
    String script =
        """
        /* MEMORY { X : ORIGIN = 1, LENGTH = 2 } */
        # 1 "memory.x"
        _boot = 16K;
        MEMORY {
          boot (rw!x) : org = 0x0, len = _boot
          "app" : o = ORIGIN(boot) + LENGTH(boot), l = 2 * (1M - _boot) / 2
          RAM (xrw) : ORIGIN = 0x20000000 LENGTH = 0x10000 + 64K
        }
        REGION_ALIAS("DATA", RAM)
        SECTIONS { .text : { *(.text) } > app }
        """;
    assertThat(memory(script))
        .containsExactly(
            new MemoryRegion("boot", 0, 0x4000, "rw!x"),
            new MemoryRegion("app", 0x4000, 0xFC000, ""),
            new MemoryRegion("RAM", 0x2000_0000L, 0x20000, "xrw"));
  }

  @Test
  void saysWhatItCannotTell() {
    assertThatThrownBy(() -> memory("MEMORY { A : ORIGIN = DEFINED(x) ? 1 : 2, LENGTH = 1 }"))
        .hasMessage(
            "x.ld: ORIGIN of A: expected a number or an expression of numbers, found '"
                + "DEFINED ( x ) ?'");
    assertThatThrownBy(() -> memory("MEMORY { INCLUDE chip.x }"))
        .hasMessage("x.ld: expected a MEMORY block in this file, found INCLUDE chip.x");
    assertThatThrownBy(() -> memory("SECTIONS { }"))
        .hasMessage("x.ld: expected a linker script with a MEMORY block, found none in it");
    assertThatThrownBy(() -> memory("MEMORY { }"))
        .hasMessage("x.ld: expected a linker script with a MEMORY block, found an empty one");
    assertThatThrownBy(() -> memory("MEMORY { A : ORIGIN = 1,"))
        .hasMessage("x.ld: MEMORY: expected 'LENGTH', found 'the end'");
  }
}
