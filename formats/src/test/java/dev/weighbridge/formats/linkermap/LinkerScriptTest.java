package dev.weighbridge.formats.linkermap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                + "DEFINED ( x ) ? 1 : 2'");
    assertThatThrownBy(() -> memory("MEMORY { INCLUDE chip.x }"))
        .hasMessage("x.ld: expected a MEMORY block in this file, found INCLUDE chip.x");
    assertThatThrownBy(() -> memory("SECTIONS { }"))
        .hasMessage("x.ld: expected a linker script with a MEMORY block, found none in it");
    assertThatThrownBy(() -> memory("MEMORY { }"))
        .hasMessage("x.ld: expected a linker script with a MEMORY block, found an empty one");
    assertThatThrownBy(() -> memory("MEMORY { A : ORIGIN = 1,"))
        .hasMessage("x.ld: MEMORY: expected 'LENGTH', found 'the end'");
  }

  /** The lengths are those that arm-none-eabi-ld 2.40 writes into the map of such a script. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "64 << 10; 0x10000",
        "~0 & 0xFFFF; 0xffff",
        "10/3*100%7 - -5; 0xb",
        "- 4 + 8; 4",
        "MAX(4K,8K); 0x2000",
        "MIN(-1, 3); 3",
        "10h; 0x10",
        "12345h; 0x12345",
        "$400; 0x400",
        "$FFK; 0x3fc00",
        "0X1fK; 0x7c00",
        "010; 8",
        "101b; 5",
        "17o; 15",
        "12d; 12",
        "x; 0x10000",
        "y; 0x2000",
        "z; 20",
        "x + y; 0x12000",
        "(x > y ? 3 : 4) + (1 == 1) + 2 * (7 >= 8 || 1 && 0); 4",
        "x == 64K ? 0x10 : 0x20; 0x10",
        "1 ? 2 : 0 ? 3 : 4; 2",
        "(-8 / 2 == -4) * 16 + (-7 % 4 == -3) * 256 + (-8 >> 60 == 15) * 4096; 0x1110",
        "ALIGN(0x1001, 0x100) + LOG2CEIL(9) + ABSOLUTE(5); 0x1109",
        "ALIGN(5,3); 6",
        "7 | 8 & 12; 15",
        "1 + 2 << 3 - 1; 12",
        "!5 + !0 + 6 & 7 == 7; 1",
        "(3 < 4 == 1); 1",
        "LENGTH(FIRST) + ORIGIN(FIRST); 0x600",
      })
  void countsAsTheLinkerDoes(String length, String expected) {
    String script =
        """
        x = 64 << 10;
        PROVIDE(y = 8K);
        PROVIDE(y = 9K);
        z = 1; z += 4; z <<= 2;
        MEMORY {
          FIRST : ORIGIN = 0x400, LENGTH = 512
          A : ORIGIN = 0x100000, LENGTH = %s
          LAST (rw) : ORIGIN = 0x200000, LENGTH = 1
        }
        """;
    assertThat(memory(script.formatted(length)))
        .map(MemoryRegion::name)
        .containsExactly("FIRST", "A", "LAST");
    assertThat(memory(script.formatted(length)).get(1).length()).isEqualTo(Long.decode(expected));
  }

  @Test
  void saysNoMoreThanPeopleRead() {
    String open = "MEMORY { A : ORIGIN = 0, LENGTH = (" + "1 + ".repeat(5_000) + "1 }";
    assertThatThrownBy(() -> memory(open)).message().hasSizeLessThan(300).endsWith("+ 1 ...'");
    String deep = "MEMORY { A : ORIGIN = 0, LENGTH = " + "(-".repeat(5_000) + "1 }";
    assertThatThrownBy(() -> memory(deep)).isInstanceOf(UnsupportedBinaryException.class);
  }

  /** The linker refuses these, too, or takes them from where no script tells. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 / 0",
        "5 % 0",
        "0x10h",
        "10hK",
        "0b11",
        "1M0",
        "089",
        "MAX(1)",
        "(1",
        "1)",
        "1 +",
        "x",
        "SIZEOF(.text)",
        "BLOCK(4)",
        "LENGTH(B)",
        "1 << 64",
        "",
        "?",
        "1 ?",
        "1 ? 2"
      })
  void refusesWhatIsNoConstant(String length) {
    String script = "x = 1; x = ADDR(.text);\nMEMORY { A : ORIGIN = 0, LENGTH = " + length + " }";
    assertThatThrownBy(() -> memory(script))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageStartingWith("x.ld: LENGTH of A: expected a number or an expression of numbers");
  }
}
