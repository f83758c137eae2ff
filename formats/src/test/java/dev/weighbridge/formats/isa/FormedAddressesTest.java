package dev.weighbridge.formats.isa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that code surely forms are those that disassemblers print and linkers fill in. */
class FormedAddressesTest {
  private static final long CODE = 0x10_0000;

  /** ARM64_RELOC_PAGEOFF12, its GOT_LOAD and TLVP_LOAD forms: {@code mach-o/arm64/reloc.h}. */
  private static final Set<Integer> LOW_BITS = Set.of(4, 6, 9);

  /** Reads code at {@link #CODE}: "instruction address". */
  private static List<String> read(Architecture architecture, byte[] code) {
    boolean isLittleEndian = !architecture.equals(Architecture.S390X);
    return read(Machine.of(architecture, 64, isLittleEndian), code, CODE);
  }

  private static List<String> read(Machine machine, byte[] code, long address) {
    InstructionCursor cursor = InstructionSets.cursor(machine).orElseThrow();
    List<String> found = new ArrayList<>();
    byte[] padded = Arrays.copyOf(code, code.length + InstructionCursor.SLACK);
    cursor.start(padded, 0, code.length, address);
    while (cursor.next()) {
      if (cursor.isReferenceSure()) {
        long at = address + cursor.position();
        found.add(Long.toHexString(at) + " " + Long.toHexString(cursor.reference()));
      }
    }
    return found;
  }

  private static byte[] words(long... words) {
    ByteWriter writer = new ByteWriter();
    for (long word : words) {
      writer.u32(word);
    }
    return writer.array();
  }

  private static byte[] content(Bytes file, Section section) {
    byte[] code = new byte[(int) (section.fileEnd() - section.fileStart())];
    file.copy(section.fileStart(), code, 0, code.length);
    return code;
  }

  /** All that a disassembler names in executable sections is found, and nothing else. */
  @ParameterizedTest
  @ValueSource(strings = {"c-s390x", "c-riscv64"})
  void areWhatADisassemblerPrints(String fixture) throws IOException {
    Bytes file = Fixtures.bytes("elf/" + fixture);
    BinaryImage image = FormatRegistry.installed().read(fixture, file).images().get(0);
    Set<String> found = new TreeSet<>();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      boolean isCode = section.kind() == Kind.CODE || section.name().equals(".plt");
      if (isCode && section.isLoaded()) {
        found.addAll(read(image.machine(), content(file, section), section.address()));
      }
    }
    assertThat(found).isEqualTo(truth(fixture));
  }

  private static Set<String> truth(String fixture) throws IOException {
    String name = "/addresses/" + fixture + ".txt";
    try (InputStream stream = FormedAddressesTest.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
      return new TreeSet<>(text.lines().toList());
    }
  }

  /** Every branch that a disassembler prints is found, and no other. */
  @ParameterizedTest
  @ValueSource(strings = {"arm", "thumb1", "thumb2", "blink-v0"})
  void branchesLeadWhereADisassemblerPrints(String firmware) throws IOException {
    String fixture = "firmware/" + firmware + ".elf";
    Bytes file = Fixtures.bytes(fixture);
    BinaryImage image = FormatRegistry.installed().read(fixture, file).images().get(0);
    InstructionCursor cursor = InstructionSets.cursor(image).orElseThrow();
    Set<String> found = new TreeSet<>();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.kind() == Kind.CODE && section.isLoaded() && section.hasFileBytes()) {
        byte[] code = content(file, section);
        byte[] padded = Arrays.copyOf(code, code.length + InstructionCursor.SLACK);
        cursor.start(padded, 0, code.length, section.address());
        while (cursor.next()) {
          if (cursor.hasTarget()) {
            found.add(
                Long.toHexString(section.address() + cursor.position())
                    + " "
                    + Long.toHexString(cursor.target()));
          }
        }
      }
    }
    assertThat(found).containsAll(truth(firmware + ".branches"));
  }

  /** Where the compiler left the low bits of an address to the linker, one is completed. */
  @ParameterizedTest
  @ValueSource(strings = {"cpp-arm64.o", "generic-arm64-v0.o"})
  void areCompletedWhereTheLinkerFillsInLowBits(String fixture) throws IOException {
    Bytes file = Fixtures.bytes("macho/" + fixture);
    BinaryImage image = FormatRegistry.installed().read(fixture, file).images().get(0);
    RelocationTable relocations = image.relocations();
    Set<String> expected = new TreeSet<>();
    for (int row = 0; row < relocations.count(); row++) {
      if (LOW_BITS.contains(relocations.type(row))) {
        expected.add(Long.toHexString(relocations.place(row)));
      }
    }
    Set<String> found = new TreeSet<>();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.kind() == Kind.CODE) {
        for (String line : read(image.machine(), content(file, section), section.fileStart())) {
          found.add(line.substring(0, line.indexOf(' ')));
        }
      }
    }
    assertThat(found).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void s390xLeavesBranchesAndImmediatesOut() {
    ByteWriter code = new ByteWriter();
    code.u8(0xC0, 0xE5, 0, 0, 0x10, 0); // brasl %r14,.+0x2000
    code.u8(0xC0, 0x11, 0, 0, 0x10, 0); // lgfi %r1,4096
    code.u8(0xC6, 0x10, 0, 0, 0x10, 0); // exrl %r1,.+0x2000
    code.u8(0xC4, 0x18, 0xFF, 0xFF, 0xFF, 0xF7); // lgrl %r1,.-18
    code.u8(0xC6, 0x1D, 0, 0, 0, 1); // crl %r1,.+2
    code.u8(0xC0); // an instruction cut off
    assertThat(read(Architecture.S390X, code.array()))
        .containsExactly("100012 100000", "100018 10001a");
  }

  @Test
  void riscvPairsUpperAndLowerParts() {
    byte[] code =
        words(
            0x00002517, // auipc a0,0x2
            0x01050593, // addi a1,a0,16
            0xFF853603, // ld a2,-8(a0)
            0x02A53023, // sd a0,32(a0)
            0x00053787, // fld fa5,0(a0)
            0x00100513, // li a0,1
            0x01050593); // addi a1,a0,16
    assertThat(read(Architecture.RISCV64, code))
        .containsExactly("100004 102010", "100008 101ff8", "10000c 102020", "100010 102000");
  }

  @Test
  void riscvReadsCompressedForms() {
    ByteWriter code = new ByteWriter();
    code.u32(0x00002517); // auipc a0,0x2
    code.u16(0x6510); // c.ld a2,8(a0)
    code.u16(0xC150); // c.sw a2,4(a0)
    code.u16(0x1579); // c.addi a0,-2
    code.u16(0x6510); // c.ld a2,8(a0), a0 is something else now
    assertThat(read(Architecture.RISCV64, code.array()))
        .containsExactly("100004 102008", "100006 102004", "100008 101ffe");
  }

  @Test
  void loongArchPairsPagesAndOffsets() {
    byte[] code =
        words(
            0x1A000044, // pcalau12i $a0, 2
            0x02C04085, // addi.d $a1, $a0, 16
            0x28FFE086, // ld.d $a2, $a0, -8
            0x02C04084, // addi.d $a0, $a0, 16
            0x28C02086, // ld.d $a2, $a0, 8, $a0 is something else now
            0x18000104); // pcaddi $a0, 8
    assertThat(read(Architecture.LOONGARCH64, code))
        .containsExactly("100004 102010", "100008 101ff8", "10000c 102010", "100014 100034");
  }

  /** Words as {@code llvm-mc --triple=aarch64 --show-encoding} gives them. */
  @Test
  void arm64ForgetsWhatIsWritten() {
    assertThat(arm64(0xF940_0500)).as("ldr x0, [x8, #8]").containsExactly("100008 100008");
    assertThat(arm64(0xAA01_03E8, 0xF940_0500)).as("mov x8, x1").isEmpty();
    assertThat(arm64(0xF940_0028, 0xF940_0500)).as("ldr x8, [x1]").isEmpty();
    assertThat(arm64(0xA940_2023, 0xF940_0500)).as("ldp x3, x8, [x1]").isEmpty();
    assertThat(arm64(0xF840_8D02, 0xF940_0500)).as("ldr x2, [x8, #8]!").isEmpty();
    assertThat(arm64(0x9E66_0008, 0xF940_0500)).as("fmov x8, d0").isEmpty();
    assertThat(arm64(0xF820_0028, 0xF940_0500)).as("ldadd x0, x8, [x1]").isEmpty();
    assertThat(arm64(0xC85F_7C28, 0xF940_0500)).as("ldxr x8, [x1]").isEmpty();
    assertThat(arm64(0xD53B_D048, 0xF940_0500)).as("mrs x8, TPIDR_EL0").isEmpty();
    assertThat(arm64(0x9400_0040, 0xF940_0500)).as("bl").isEmpty();
    assertThat(arm64(0xD63F_0020, 0xF940_0500)).as("blr x1").isEmpty();
    assertThat(arm64(0xD65F_03C0, 0xF940_0500)).as("ret").isEmpty();
  }

  @Test
  void arm64KeepsWhatIsOnlyRead() {
    List<String> formed = List.of("10000c 100008");
    assertThat(arm64(0xF900_0028, 0xF940_0500)).as("str x8, [x1]").isEqualTo(formed);
    assertThat(arm64(0xFC40_0028, 0xF940_0500)).as("ldur d8, [x1]").isEqualTo(formed);
    assertThat(arm64(0xF100_051F, 0xF940_0500)).as("cmp x8, #1").isEqualTo(formed);
    assertThat(arm64(0xFA41_0108, 0xF940_0500)).as("ccmp x8, x1, #8, eq").isEqualTo(formed);
    assertThat(arm64(0xF980_0028, 0xF940_0500)).as("prfm 8, [x1]").isEqualTo(formed);
    assertThat(arm64(0x9E67_0008, 0xF940_0500)).as("fmov d8, x0").isEqualTo(formed);
  }

  /** What a branch brings behind a return is known there; what stood before the return is not. */
  @Test
  void arm64FollowsBranches() {
    assertThat(
            read(
                Architecture.AARCH64,
                words(
                    0x9000_0008, // adrp x8, 0x100000
                    0xB400_0061, // cbz x1, 0x100010
                    0xAA01_03E8, // mov x8, x1
                    0xD65F_03C0, // ret
                    0xF940_0500))) // ldr x0, [x8, #8]
        .containsExactly("100010 100008");
  }

  /** What is formed behind {@code nop; adrp x8, .}. */
  private static List<String> arm64(long... more) {
    long[] code = new long[more.length + 2];
    code[0] = 0xD503_201F;
    code[1] = 0x9000_0008;
    System.arraycopy(more, 0, code, 2, more.length);
    return read(Architecture.AARCH64, words(code));
  }
}
