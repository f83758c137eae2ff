package dev.weighbridge.formats.internal.golang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolTable.Symbol;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables of two functions, laid out as runtime/symtab.go has it: {@code a.A} of 5 bytes with three
 * of padding behind it, as its table of lines says, and {@code b.B} without tables.
 */
class GoFunctionTableTest {
  private static final long TEXT = 0x401000;
  private static final int NAMES = 0x60;
  private static final int UNITS = 0x6a;
  private static final int TABLES = 0x70;
  private static final int FUNCTIONS = 0x80;
  private static final int FIRST = 0x30;
  private static final int SECOND = 0x60;

  private static byte[] table(String magic, int pointer, ByteOrder order, long text) {
    boolean isOld = magic.equals("fffffffa");
    ByteBuffer out = ByteBuffer.allocate(0x120).order(order);
    out.putInt(Integer.parseUnsignedInt(magic, 16)).put(new byte[] {0, 0, 1, (byte) pointer});
    long[] words =
        isOld
            ? new long[] {2, 1, NAMES, UNITS, UNITS, TABLES, FUNCTIONS}
            : new long[] {2, 1, text, NAMES, UNITS, UNITS, TABLES, FUNCTIONS};
    for (long word : words) {
      put(out, pointer, word);
    }
    out.position(NAMES).put("\0a.A\0b.B\0".getBytes(StandardCharsets.UTF_8));
    // A value for five places, and the end.
    out.position(TABLES).put(new byte[] {0, 2, 5, 0});
    int field = isOld ? pointer : 4;
    long base = isOld ? TEXT : 0;
    out.position(FUNCTIONS);
    for (long value : new long[] {base, FIRST, base + 8, SECOND, base + 24, 0}) {
      put(out, field, value);
    }
    int behindEntry = isOld ? pointer : 4;
    out.position(FUNCTIONS + SECOND);
    put(out, field, base + 8);
    out.position(FUNCTIONS + FIRST);
    put(out, field, base);
    out.putInt(1).putInt(0).putInt(0);
    out.putInt(0).putInt(0).putInt(1);
    out.position(FUNCTIONS + SECOND + behindEntry).putInt(5);
    return out.array();
  }

  private static void put(ByteBuffer out, int size, long value) {
    if (size == 4) {
      out.putInt((int) value);
    } else {
      out.putLong(value);
    }
  }

  private static BinaryImage read(Bytes bytes, long text) {
    ImageBuilder image = new ImageBuilder(bytes, 0, new Diagnostics());
    GoFunctionTable table = GoFunctionTable.find(bytes, 0, bytes.length()).orElseThrow();
    assertThat(table.start()).isZero();
    assertThat(table.count()).isEqualTo(2);
    long base = table.asksForText() ? text : table.text();
    table.name(image, base);
    new GoTableParts(bytes, table, base).state(image);
    return image.build();
  }

  @ParameterizedTest
  @CsvSource({
    "fffffff1, 8, true",
    "fffffff1, 4, false",
    "fffffff0, 8, false",
    "fffffffa, 8, true",
    "fffffffa, 4, false"
  })
  void namesFunctionsWithTheirEnds(String magic, int pointer, boolean isLittle) {
    ByteOrder order = isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    Bytes bytes = Bytes.of(table(magic, pointer, order, TEXT)).withOrder(order);
    assertThat(read(bytes, -1).symbols().stream())
        .extracting(Symbol::name, Symbol::address, Symbol::memorySize)
        .containsExactly(tuple("a.A", TEXT, 5L), tuple("b.B", TEXT + 8, 16L));
  }

  /** Since Go 1.26 the table leaves the start of the code to the data of the runtime. */
  @Test
  void asksWhereTheCodeBegins() {
    Bytes bytes = Bytes.of(table("fffffff1", 8, ByteOrder.LITTLE_ENDIAN, 0));
    bytes = bytes.withOrder(ByteOrder.LITTLE_ENDIAN);
    assertThat(GoFunctionTable.at(bytes, 0, bytes.length()).orElseThrow().asksForText()).isTrue();
    assertThat(read(bytes, TEXT).symbols().count()).isEqualTo(2);
  }

  @Test
  void saysWhichOfItsBytesAreOfWhichFunction() {
    Bytes bytes = Bytes.of(table("fffffff1", 8, ByteOrder.LITTLE_ENDIAN, TEXT));
    StructureTable structures = read(bytes.withOrder(ByteOrder.LITTLE_ENDIAN), -1).structures();
    long ofFirst = 0;
    for (int row = 0; row < structures.count(); row++) {
      if (structures.subject(row) == Subject.ADDRESS && structures.about(row) == TEXT) {
        ofFirst += structures.fileEnd(row) - structures.fileStart(row);
      }
    }
    // A row of 8, a record of 44, a name of 4 and a table of places of 3.
    assertThat(ofFirst).isEqualTo(59);
  }

  /** A record that is of another function, a name inside another one, places that go back. */
  @ParameterizedTest
  @CsvSource({"0xb0, 7", "0xb4, 2", "0x88, 99"})
  void isTakenWholeOrNotAtAll(int place, int value) {
    byte[] damaged = table("fffffff1", 8, ByteOrder.LITTLE_ENDIAN, TEXT);
    damaged[Integer.decode("" + place)] = (byte) value;
    Bytes bytes = Bytes.of(damaged).withOrder(ByteOrder.LITTLE_ENDIAN);
    assertThat(GoFunctionTable.find(bytes, 0, bytes.length())).isEmpty();
  }

  /** No name has to end where the block of names begins. */
  @Test
  void takesANameThatIsTheFirstInItsBlock() {
    byte[] whole = table("fffffff1", 8, ByteOrder.LITTLE_ENDIAN, TEXT);
    whole[8 + 3 * 8]++;
    whole[FUNCTIONS + FIRST + 4]--;
    whole[FUNCTIONS + SECOND + 4]--;
    whole[NAMES] = 'x';
    assertThat(read(Bytes.of(whole).withOrder(ByteOrder.LITTLE_ENDIAN), -1).symbols().stream())
        .extracting(Symbol::name)
        .containsExactly("a.A", "b.B");
  }

  /** Whatever a damaged table says, it is refused or read inside its bytes. */
  @ParameterizedTest
  @CsvSource({"fffffff1, 8", "fffffff0, 4", "fffffffa, 8"})
  void anyByteMayBeAnything(String magic, int pointer) {
    byte[] whole = table(magic, pointer, ByteOrder.LITTLE_ENDIAN, TEXT);
    for (int place = 0; place < whole.length; place++) {
      for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
        byte[] damaged = whole.clone();
        damaged[place] = (byte) value;
        Bytes bytes = Bytes.of(damaged).withOrder(ByteOrder.LITTLE_ENDIAN);
        ImageBuilder image = new ImageBuilder(bytes, 0, new Diagnostics());
        GoFunctionTable.find(bytes, 0, bytes.length())
            .ifPresent(
                table -> {
                  table.name(image, table.text());
                  new GoTableParts(bytes, table, table.text()).state(image);
                });
        assertThat(image.build().symbols().count()).isLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void anyCutIsNoTable() {
    byte[] whole = table("fffffff1", 8, ByteOrder.LITTLE_ENDIAN, TEXT);
    for (int length = 0; length < FUNCTIONS + SECOND + 40; length++) {
      Bytes bytes = Bytes.of(Arrays.copyOf(whole, length)).withOrder(ByteOrder.LITTLE_ENDIAN);
      assertThat(GoFunctionTable.find(bytes, 0, length)).isEmpty();
    }
  }

  /** The oldest layout has all in one block; offsets count from its head. */
  @Test
  void readsTheLayoutOfGo12() {
    ByteBuffer out = ByteBuffer.allocate(0x120).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0xfffffffb).put(new byte[] {0, 0, 1, 8}).putLong(2);
    for (long value : new long[] {TEXT, 0x60, TEXT + 8, 0xa0, TEXT + 24, 0x110}) {
      out.putLong(value);
    }
    out.position(0x50).put("\0a.A\0b.B\0".getBytes(StandardCharsets.UTF_8));
    out.position(0x5a).put(new byte[] {2, 5, 0});
    out.position(0x60).putLong(TEXT).putInt(0x51).putInt(0).putInt(0);
    out.putInt(0).putInt(0).putInt(0x5a);
    out.position(0xa0).putLong(TEXT + 8).putInt(0x55);
    Bytes bytes = Bytes.of(out.array()).withOrder(ByteOrder.LITTLE_ENDIAN);
    assertThat(read(bytes, -1).symbols().stream())
        .extracting(Symbol::name, Symbol::address, Symbol::memorySize)
        .containsExactly(tuple("a.A", TEXT, 5L), tuple("b.B", TEXT + 8, 16L));
  }
}
