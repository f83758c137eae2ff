package dev.weighbridge.formats.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.unwind.UnwindSection.Role;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every encoding of a pointer: 0x1000 is the section's address, the pointer lies at 0x1003. */
class PointersTest {
  private static final PointerRules RULES_64 =
      PointerRules.linked(8).withBases(0x20_0000, 0x30_0000);
  private static final PointerRules RULES_32 =
      PointerRules.linked(4).withBases(0x20_0000, 0x30_0000);

  @ParameterizedTest
  @CsvSource({
    "0x00, 8, -2, -2",
    "0x00, 4, -2, 0xFFFFFFFE",
    "0x08, 4, -2, 0xFFFFFFFE",
    "0x01, 8, 300, 300",
    "0x02, 8, 0xFFFE, 0xFFFE",
    "0x03, 8, 0xFFFFFFFE, 0xFFFFFFFE",
    "0x04, 8, -2, -2",
    "0x09, 8, -300, -300",
    "0x0A, 8, -2, -2",
    "0x0B, 8, -2, -2",
    "0x0C, 8, -2, -2",
    "0x1B, 8, -2, 0x1001",
    "0x1B, 4, 0x10, 0x1013",
    "0x2B, 8, -2, 0x1FFFFE",
    "0x3B, 8, 2, 0x300002",
    "0x4B, 8, 2, 0x400002",
    "0x9B, 8, -2, 0x1001",
    "0x6B, 8, 2, -1",
    "0xFF, 8, 2, -1",
  })
  void readsEveryEncoding(String encoding, int addressSize, String written, String expected) {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      int code = Integer.decode(encoding);
      ByteWriter out = new ByteWriter(order).u8(0, 0, 0);
      write(out, code, addressSize, Long.decode(written));
      PointerRules rules = addressSize == 8 ? RULES_64 : RULES_32;
      assertThat(pointer(out, rules, code))
          .as("%s %s", PointerEncoding.text(code), order)
          .isEqualTo(Long.decode(expected).longValue());
    }
  }

  @ParameterizedTest
  @CsvSource({"4", "8"})
  void alignsTheAlignedForm(int addressSize) {
    ByteWriter out = new ByteWriter().u8(1, 2, 3).align(addressSize).number(0x77, addressSize);
    PointerRules rules = PointerRules.linked(addressSize);
    assertThat(pointer(out, rules, PointerEncoding.DW_EH_PE_aligned)).isEqualTo(0x77);
  }

  private static long pointer(ByteWriter out, PointerRules rules, int encoding) {
    UnwindSection section =
        new UnwindSection("test", Role.EH_FRAME, out.bytes(), 0, out.size(), 0x1000, rules);
    Window window = new Window(section.bytes(), 3, out.size());
    return new Pointers(window, section, rules.dataBase()).read(encoding, 0x40_0000);
  }

  private static void write(ByteWriter out, int encoding, int addressSize, long value) {
    switch (PointerEncoding.format(encoding)) {
      case PointerEncoding.DW_EH_PE_uleb128 -> out.uleb128(value);
      case PointerEncoding.DW_EH_PE_sleb128 -> out.sleb128(value);
      default -> out.number(value, Math.max(0, PointerEncoding.fixedSize(encoding, addressSize)));
    }
  }
}
