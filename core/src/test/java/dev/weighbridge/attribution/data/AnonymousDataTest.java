package dev.weighbridge.attribution.data;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfSymbolRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.formats.testing.MachOWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Data without a name is of who refers to it, as far as something proves. */
class AnonymousDataTest {
  private static final int CODE = 0x1000;
  private static final int DATA = 0x2000;
  private static final int EM_386 = 3;
  private static final int EM_X86_64 = 62;
  private static final int ET_EXEC = 2;
  private static final int ET_DYN = 3;
  private static final int S_CSTRING_LITERALS = 2;

  /** {@code lea rax, [rip + d]; ret}, which refers to the first byte of the data. */
  private static ByteBuffer code(int size) {
    ByteBuffer code = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    code.put(new byte[] {0x48, (byte) 0x8D, 0x05}).putInt(DATA - CODE - 7).put((byte) 0xC3);
    return code;
  }

  private static Attribution attribution(ByteBuffer code, byte[] data, String... sections) {
    byte[] content = new byte[code.capacity()];
    code.get(0, content);
    ElfWriter elf =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .machine(EM_X86_64, 0)
            .section(ElfSectionRow.code(".text", CODE, Content.of(content)))
            .section(ElfSectionRow.data(".data", DATA, Content.of(data)))
            .symbol(ElfSymbolRow.function("f", 1, CODE, content.length));
    for (String section : sections) {
      elf.section(ElfSectionRow.data(section, 0x20_0000, Content.of(new byte[16])));
    }
    BinaryModel model = BinaryModel.of("described", elf.bytes(), OpenOptions.DEFAULT);
    assertThat(model).coversFileExactly();
    return model.attribution();
  }

  /** Bytes of the data that are about the function. */
  private static long used(Attribution attribution) {
    Partition partition = attribution.partition();
    long used = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int subject = partition.subject(span);
      if (partition.basis(span) == Basis.REFERENCED && subject >= 0) {
        Assertions.assertThat(attribution.owners().text(subject)).isEqualTo("f");
        used += partition.end(span) - partition.start(span);
      }
    }
    return used;
  }

  @Test
  void whatIsLongTakesMoreThanAReference() {
    Assertions.assertThat(used(attribution(code(16), new byte[16 << 10]))).isEqualTo(16 << 10);
    Assertions.assertThat(used(attribution(code(16), new byte[(16 << 10) + 1]))).isZero();
  }

  @Test
  void aLengthBesideTheReferenceIsMoreButNotOfOtherLanguages() {
    ByteBuffer code = code(16);
    code.put((byte) 0xB9).putInt(20_000); // mov ecx, 20000
    Assertions.assertThat(used(attribution(code, new byte[20_004]))).isEqualTo(20_000);
    Assertions.assertThat(used(attribution(code, new byte[20_004], ".gopclntab"))).isZero();
  }

  @Test
  void aTableOfJumpsEndsBeforeWhatLeadsElsewhere() {
    ByteBuffer table = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    table
        .putInt(CODE - DATA)
        .putInt(CODE + 8 - DATA)
        .putInt(CODE + 15 - DATA)
        .putInt(CODE + 16 - DATA);
    Assertions.assertThat(used(attribution(code(16), table.array()))).isEqualTo(12);
  }

  /**
   * In a file that cannot be moved, {@code mov edi, 0x2000} of another function may hand the data
   * on; where code is moved, that is a number.
   */
  @Test
  void aNumberInFixedCodeMayBeAnAddress() {
    byte[] other = {(byte) 0xBF, 0x00, 0x20, 0x00, 0x00, (byte) 0xC3};
    ByteBuffer both = code(16);
    both.put(other);
    byte[] content = new byte[16];
    both.get(0, content);
    for (int type : new int[] {ET_DYN, ET_EXEC}) {
      Bytes file =
          ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
              .machine(EM_X86_64, 0)
              .type(type)
              .section(ElfSectionRow.code(".text", CODE, Content.of(content)))
              .section(ElfSectionRow.data(".data", DATA, Content.of(new byte[32])))
              .symbol(ElfSymbolRow.function("f", 1, CODE, 8))
              .symbol(ElfSymbolRow.function("g", 1, CODE + 8, 8))
              .bytes();
      BinaryModel model = BinaryModel.of("described", file, OpenOptions.DEFAULT);
      assertThat(model).coversFileExactly();
      Assertions.assertThat(used(model.attribution())).isEqualTo(type == ET_EXEC ? 0 : 32);
    }
  }

  /** The file of which nothing refers to a literal: its code is {@code xor eax,eax; ret}. */
  @Test
  void literalsThatNothingRefersToAreNotReferenced() {
    byte[] strings = "one\0two\0three\0".getBytes(StandardCharsets.US_ASCII);
    Bytes file =
        new MachOWriter()
            .section("__text", 0x8000_0400, (byte) 0x31, (byte) 0xC0, (byte) 0xC3)
            .section("__cstring", S_CSTRING_LITERALS, strings)
            .bytes();
    Partition partition =
        BinaryModel.of("described", file, OpenOptions.DEFAULT).attribution().partition();
    for (int span = 0; span < partition.spanCount(); span++) {
      Assertions.assertThat(partition.basis(span)).isNotEqualTo(Basis.REFERENCED);
    }
  }

  /**
   * {@code movl $0x2000, 0x4000} of i386 has two addresses: what it stores is that of the data;
   * where it stores it is zero data, so far behind the data as no place of it is.
   */
  @Test
  void onlyTheOneOfTwoAddressesIsFollowedThatLeadsToData() {
    byte[] store = {(byte) 0xC7, 0x05, 0x00, 0x40, 0x00, 0x00, 0x00, 0x20, 0x00, 0x00};
    byte[] code = new byte[256];
    // Where no table tells the beginnings of functions, the first instructions are not relied on.
    Arrays.fill(code, (byte) 0x90);
    System.arraycopy(store, 0, code, 128, store.length);
    code[code.length - 1] = (byte) 0xC3;
    Bytes file =
        ElfWriter.of(32, ByteOrder.LITTLE_ENDIAN)
            .machine(EM_386, 0)
            .type(ET_EXEC)
            .section(ElfSectionRow.code(".text", CODE, Content.of(code)))
            .section(ElfSectionRow.data(".data", DATA, Content.of(new byte[32])))
            .section(ElfSectionRow.zero(".bss", 0x4000, 16))
            .symbol(ElfSymbolRow.function("f", 1, CODE, code.length))
            .bytes();
    BinaryModel model = BinaryModel.of("described", file, OpenOptions.DEFAULT);
    assertThat(model).coversFileExactly();
    Assertions.assertThat(used(model.attribution())).isEqualTo(32);
  }
}
