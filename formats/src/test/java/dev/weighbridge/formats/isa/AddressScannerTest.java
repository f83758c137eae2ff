package dev.weighbridge.formats.isa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that scanners find are those that disassemblers print. */
class AddressScannerTest {
  private static final long CODE = 0x10_0000;

  /** Scans code at {@link #CODE}; every address below 16 MiB is of interest. */
  private static List<String> scan(String machine, boolean isLittleEndian, byte[] code) {
    DataWindow window = new DataWindow(0, 1 << 24, 0);
    window.want(0, 1 << 24);
    References found = new References(List.of(window));
    AddressScanner scanner =
        AddressScanner.of(Machine.of(new Architecture(machine), 64, isLittleEndian));
    scanner.scan(Bytes.of(code), 0, code.length, CODE, found);
    return texts(found, CODE);
  }

  private static List<String> texts(References found, long shift) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.count(); i++) {
      texts.add(
          Long.toHexString(found.source(i) + shift) + " " + Long.toHexString(found.target(i)));
    }
    return texts;
  }

  private static byte[] words(long... words) {
    ByteWriter writer = new ByteWriter();
    for (long word : words) {
      writer.u32(word);
    }
    return writer.array();
  }

  /** All that a disassembler names in executable sections is found, and nothing else. */
  @ParameterizedTest
  @ValueSource(strings = {"c-s390x", "c-riscv64"})
  void findsWhatADisassemblerPrints(String fixture) throws IOException {
    Bytes file = Fixtures.bytes("elf/" + fixture);
    BinaryImage image = FormatRegistry.installed().read(fixture, file).images().get(0);
    DataWindow all = new DataWindow(0, 1 << 24, 0);
    all.want(0, 1 << 24);
    Set<String> found = new TreeSet<>();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      boolean isCode = section.kind() == Kind.CODE || section.name().equals(".plt");
      if (isCode && section.isLoaded()) {
        References references = new References(List.of(all));
        AddressScanner.of(image.machine())
            .scan(file, section.fileStart(), section.fileEnd(), section.address(), references);
        found.addAll(texts(references, section.address() - section.fileStart()));
      }
    }
    assertThat(found).isEqualTo(truth(fixture));
  }

  private static Set<String> truth(String fixture) throws IOException {
    String name = "/addresses/" + fixture + ".txt";
    try (InputStream stream = AddressScannerTest.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
      return new TreeSet<>(text.lines().toList());
    }
  }

  /** Windows end inside instructions of every length. */
  @Test
  void cutsNoInstructionAtTheEndOfAWindow() {
    ByteWriter code = new ByteWriter();
    int count = 3 * AddressScanner.WINDOW / 8;
    for (int i = 0; i < count; i++) {
      code.u8(0x07, 0x07, 0xC0, 0x10, 0, 0, 0x10, 0); // nopr %r7; larl %r1,.+0x2000
    }
    List<String> found = scan("s390x", false, code.array());
    assertThat(found).hasSize(count).startsWith("100002 102002");
    long last = CODE + 8L * count - 6;
    assertThat(found.get(count - 1))
        .isEqualTo(Long.toHexString(last) + " " + Long.toHexString(last + 0x2000));
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
    assertThat(scan("s390x", false, code.array()))
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
    assertThat(scan("riscv64", true, code))
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
    assertThat(scan("riscv64", true, code.array()))
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
    assertThat(scan("loongarch64", true, code))
        .containsExactly("100004 102010", "100008 101ff8", "10000c 102010", "100014 100034");
  }
}
