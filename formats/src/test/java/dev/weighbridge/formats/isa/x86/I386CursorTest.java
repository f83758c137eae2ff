package dev.weighbridge.formats.isa.x86;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.MarkedCode;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Encodings are those of the Intel SDM, volume 2. */
class I386CursorTest {
  private static MarkedCode code() {
    return new MarkedCode(Architecture.I386);
  }

  /** The table lies where the code ends. */
  private static List<String> counted(int... more) {
    return code()
        .symbol("_GLOBAL_OFFSET_TABLE_", MarkedCode.START + 0x30)
        .bytes(0xE8, 0x1B, 0, 0, 0) // call thunk
        .bytes(0x81, 0xC3, 0x2B, 0, 0, 0) // add $0x2b, %ebx
        .bytes(more)
        .fill(0x20)
        .bytes(0x8B, 0x1C, 0x24, 0xC3) // thunk: mov (%esp), %ebx; ret
        .fill(0x40)
        .told();
  }

  @Test
  void codeAsksWhereItIsAndCountsFromTheTable() {
    assertThat(counted(0x8D, 0x83, 0x04, 0, 0, 0)) // lea 4(%ebx), %eax
        .startsWith("0 5 flow 3 to 100020", "5 6", "11 6 of 100034");
  }

  @Test
  void whatIsWrittenIsForgotten() {
    int[] lea = {0x8D, 0x83, 0x04, 0, 0, 0};
    assertThat(counted(concat(new int[] {0x8B, 0x18}, lea)).get(3))
        .as("mov (%eax), %ebx")
        .isEqualTo("13 6 perhaps of 100034");
    assertThat(counted(concat(new int[] {0x89, 0x18}, lea)).get(3))
        .as("mov %ebx, (%eax)")
        .isEqualTo("13 6 of 100034");
    assertThat(counted(concat(new int[] {0x85, 0xDB}, lea)).get(3))
        .as("test %ebx, %ebx")
        .isEqualTo("13 6 of 100034");
  }

  private static int[] concat(int[] first, int[] second) {
    int[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Test
  void codeMayTakeItsOwnAddressFromTheStack() {
    // call .+5; pop %eax; lea 0x10(%eax), %ecx
    assertThat(code().bytes(0xE8, 0, 0, 0, 0, 0x58, 0x8D, 0x88, 0x10, 0, 0, 0).fill(0x20).told())
        .startsWith("0 5 flow 3 to 100005", "5 1", "6 6 of 100015");
  }

  @Test
  void numbersAreAddressesWhereCodeCannotMove() {
    int[] push = {0x68, 0x10, 0, 0x10, 0}; // push $0x100010
    assertThat(code().fixed().bytes(push).fill(0x20).told().get(0)).isEqualTo("0 5 of 100010");
    assertThat(code().bytes(push).fill(0x20).told().get(0)).isEqualTo("0 5");
    int[] load = {0x8B, 0x04, 0x8D, 0x10, 0, 0x10, 0}; // mov 0x100010(,%ecx,4), %eax
    assertThat(code().fixed().bytes(load).fill(0x20).told().get(0)).isEqualTo("0 7 of 100010");
    int[] ofThread = {0x65, 0xA1, 0x10, 0, 0x10, 0}; // mov %gs:0x100010, %eax
    assertThat(code().fixed().bytes(ofThread).fill(0x20).told().get(0)).isEqualTo("0 6");
  }

  /** A frame reaches less far than the table. */
  @Test
  void theTableMayBeInTheRegisterOfFrames() {
    MarkedCode far = code().symbol("_GLOBAL_OFFSET_TABLE_", MarkedCode.START + 0x2000);
    int[] lea = {0x8D, 0x85, 0x10, 0xE0, 0xFF, 0xFF}; // lea -0x1ff0(%ebp), %eax
    assertThat(far.bytes(lea).fill(0x20).told().get(0)).isEqualTo("0 6 perhaps of 100010");
    MarkedCode near = code().symbol("_GLOBAL_OFFSET_TABLE_", MarkedCode.START + 0x200);
    int[] local = {0x8D, 0x85, 0x10, 0xFE, 0xFF, 0xFF}; // lea -0x1f0(%ebp), %eax
    assertThat(near.bytes(local).fill(0x20).told().get(0)).isEqualTo("0 6");
  }

  /** What is compared, added or subtracted may be one too; what masks are is none. */
  @Test
  void whatIsCountedWithIsAnAddressToo() {
    int[][] counted = {
      {0x3D, 0x10, 0x00, 0x10, 0x00}, // cmp $0x100010, %eax
      {0x2D, 0x10, 0x00, 0x10, 0x00}, // sub $0x100010, %eax
      {0x05, 0x10, 0x00, 0x10, 0x00}, // add $0x100010, %eax
      {0x81, 0xFB, 0x10, 0x00, 0x10, 0x00}, // cmp $0x100010, %ebx
      {0x81, 0xC3, 0x10, 0x00, 0x10, 0x00} // add $0x100010, %ebx
    };
    for (int[] bytes : counted) {
      assertThat(code().fixed().bytes(bytes).fill(0x20).told().get(0))
          .isEqualTo("0 " + bytes.length + " of 100010");
      assertThat(code().bytes(bytes).fill(0x20).told().get(0)).isEqualTo("0 " + bytes.length);
    }
    int[] mask = {0x25, 0x10, 0x00, 0x10, 0x00}; // and $0x100010, %eax
    assertThat(code().fixed().bytes(mask).fill(0x20).told().get(0)).isEqualTo("0 5");
  }

  /** An address that is stored at another. */
  @Test
  void anInstructionMayHaveTwoAddresses() {
    // movl $0x100010, 0x100018
    int[] store = {0xC7, 0x05, 0x18, 0x00, 0x10, 0x00, 0x10, 0x00, 0x10, 0x00};
    BinaryImage image = code().fixed().bytes(store).fill(0x20).image();
    InstructionCursor cursor = InstructionSets.cursor(image).orElseThrow();
    byte[] padded = Arrays.copyOf(image.bytes().toArray(0, 0x20), 0x20 + InstructionCursor.SLACK);
    cursor.start(padded, 0, 0x20, MarkedCode.START);
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.reference()).isEqualTo(0x100018);
    assertThat(cursor.hasOther()).isTrue();
    assertThat(cursor.other()).isEqualTo(0x100010);
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.hasOther()).isFalse();
  }

  /** The operands of {@code objdump -d} that begin with {@code (%ebx)}, and 3ff4, the table. */
  @Test
  void aProgramOfGcc() {
    Bytes file = Fixtures.bytes("elf/c-i686");
    BinaryImage image = FormatRegistry.installed().read("c-i686", file).images().get(0);
    InstructionCursor cursor = InstructionSets.cursor(image).orElseThrow();
    Map<Long, Long> found = new TreeMap<>();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.name().equals(".text")) {
        int size = (int) (section.fileEnd() - section.fileStart());
        byte[] text = new byte[size + InstructionCursor.SLACK];
        file.copy(section.fileStart(), text, 0, size);
        cursor.start(text, 0, size, section.address());
        while (cursor.next()) {
          if (cursor.isReferenceSure()) {
            found.put(section.address() + cursor.position(), cursor.reference());
          }
        }
      }
    }
    Set<Map.Entry<Long, Long>> told = found.entrySet();
    assertThat(told)
        .contains(
            Map.entry(0x10C3L, 0x3FF4L - 0x2D04),
            Map.entry(0x10C9L, 0x3FF4L - 0x2CF4),
            Map.entry(0x10F0L, 0x3FF4L - 0x1FEC),
            Map.entry(0x116DL, 0x3FF4L + 0x16C),
            Map.entry(0x1178L, 0x3FF4L + 0x4C),
            Map.entry(0x1182L, 0x3FF4L - 0x1FD4),
            Map.entry(0x1190L, 0x3FF4L - 0x1FE3),
            Map.entry(0x11DCL, 0x3FF4L - 8),
            Map.entry(0x12A2L, 0x3FF4L + 0x14C),
            Map.entry(0x131FL, 0x3FF4L - 0x2CB4),
            Map.entry(0x13C1L, 0x3FF4L + 0x150C));
  }
}
