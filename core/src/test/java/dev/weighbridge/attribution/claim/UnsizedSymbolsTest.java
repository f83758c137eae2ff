package dev.weighbridge.attribution.claim;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfSymbolRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.formats.testing.MachOWriter;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A symbol without a size owns what its kind can own, and no more. */
class UnsizedSymbolsTest {
  private static final int EM_RISCV = 243;
  private static final int STT_NOTYPE = 0;
  private static final int N_SECT = 0x0E;
  private static final int N_EXT = 0x01;
  private static final int S_CSTRING_LITERALS = 2;
  private static final int CODE = 0x8000_0400;

  private static Attribution attribution(Bytes file) {
    BinaryModel model = BinaryModel.of("described", file, OpenOptions.DEFAULT);
    assertThat(model).coversFileExactly();
    return model.attribution();
  }

  /** Bytes of the program's memory that a symbol owns. */
  private static long owned(Attribution attribution, String name) {
    return bytes(attribution, name, false);
  }

  private static long bytes(Attribution attribution, String name, boolean isNames) {
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    long sum = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int owner = isNames ? partition.subject(span) : partition.owner(span);
      boolean isAbout = owner >= 0 && owners.text(owner).equals(name);
      if (isAbout && (partition.kind(span) == Kind.NAMES) == isNames) {
        sum += partition.end(span) - partition.start(span);
      }
    }
    return sum;
  }

  /** gABI, Symbol Table: a symbol has size 0 "if it has no size or an unknown size". */
  @Test
  void anObjectOfNoBytesOwnsNothingButItsName() {
    byte[] data = new byte[300];
    Arrays.fill(data, (byte) 7);
    Attribution attribution =
        attribution(
            ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
                .section(ElfSectionRow.data(".data", 0x2000, Content.of(data)))
                .symbol(ElfSymbolRow.object("table", 1, 0x2000, 40))
                .symbol(ElfSymbolRow.object("empty", 1, 0x2028, 0))
                .bytes());
    Assertions.assertThat(owned(attribution, "table")).isEqualTo(40);
    Assertions.assertThat(owned(attribution, "empty")).isZero();
    Assertions.assertThat(bytes(attribution, "empty", true)).isEqualTo(24 + 6);
  }

  /** The C runtime's crtstuff.c: {@code void *__dso_handle}, in some builds without a size. */
  @Test
  void theHandleOfTheRuntimeIsAPointer() {
    Attribution attribution =
        attribution(
            ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
                .section(
                    ElfSectionRow.data(
                        ".data", 0x2000, Content.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9})))
                .symbol(ElfSymbolRow.object("__dso_handle", 1, 0x2000, 0))
                .symbol(ElfSymbolRow.object("other", 1, 0x2008, 1))
                .bytes());
    Assertions.assertThat(owned(attribution, "__dso_handle")).isEqualTo(8);
  }

  /** RISC-V psABI: local labels of the assembler stay in the table where relaxation needs them. */
  @Test
  void aLabelOfTheAssemblerIsNoFunction() {
    byte[] code = new byte[160];
    Arrays.fill(code, (byte) 0x13);
    Attribution attribution =
        attribution(
            ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
                .machine(EM_RISCV, 0)
                .section(ElfSectionRow.code(".text", 0x1000, Content.of(code)))
                .symbol(ElfSymbolRow.function("_start", 1, 0x1000, 64))
                .symbol(new ElfSymbolRow("asm_without_size", STT_NOTYPE, 1, 1, 0x1040, 0))
                .symbol(new ElfSymbolRow(".L0 ", STT_NOTYPE, 0, 1, 0x1050, 0))
                .symbol(new ElfSymbolRow(".Ltmp3", STT_NOTYPE, 0, 1, 0x1060, 0))
                .bytes());
    Assertions.assertThat(owned(attribution, "asm_without_size")).isEqualTo(96);
    Assertions.assertThat(owned(attribution, ".L0 ")).isZero();
  }

  /** mach-o/loader.h: a section of S_CSTRING_LITERALS holds nothing but strings. */
  @Test
  void aSymbolAmongLiteralsOwnsItsOwn() {
    byte[] strings = "0123456789ABCDEF\0more\0and more\0".getBytes(StandardCharsets.US_ASCII);
    Attribution attribution =
        attribution(
            new MachOWriter()
                .section("__text", CODE, (byte) 0x31, (byte) 0xC0, (byte) 0xC3)
                .section("__cstring", S_CSTRING_LITERALS, strings)
                .symbol("_digits", N_SECT, 2, 0, MachOWriter.address(1))
                .bytes());
    Assertions.assertThat(owned(attribution, "_digits")).isEqualTo(17);
  }

  /** Itanium C++ ABI 3.3.3 and 2.9.3: a guard has 64 bits; the name of a type ends with a NUL. */
  @Test
  void whatTheAbiDefinesIsAsLongAsItSays() {
    byte[] data = new byte[100];
    Arrays.fill(data, (byte) 'a');
    data[50] = 0;
    Attribution attribution =
        attribution(
            new MachOWriter()
                .section("__text", CODE, (byte) 0x31, (byte) 0xC0, (byte) 0xC3)
                .section("__data", 0, data)
                .symbol("__ZGVZ4mainE1x", N_SECT | N_EXT, 2, 0, MachOWriter.address(1))
                .symbol("__ZTS3One", N_SECT | N_EXT, 2, 0, MachOWriter.address(1) + 40)
                .bytes());
    Assertions.assertThat(owned(attribution, "__ZGVZ4mainE1x")).isEqualTo(8);
    Assertions.assertThat(owned(attribution, "__ZTS3One")).isEqualTo(11);
  }
}
