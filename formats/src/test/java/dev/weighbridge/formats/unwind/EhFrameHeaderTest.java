package dev.weighbridge.formats.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.unwind.UnwindSection.Role;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EhFrameHeaderTest {
  private static final int PCREL_SDATA4 = 0x1B;
  private static final int UDATA4 = 0x03;
  private static final int DATAREL_SDATA4 = 0x3B;

  @ParameterizedTest
  @ValueSource(strings = {"c-x64", "cpp-x64", "c-i686", "c-s390x"})
  void leadsToEveryFrameRecord(String name) {
    Bytes bytes = Fixtures.bytes("elf/" + name);
    Diagnostics diagnostics = new Diagnostics();
    EhFrame frames = EhFrame.read(ElfUnwindSections.first(bytes, Role.EH_FRAME), diagnostics);
    EhFrameHeader header =
        EhFrameHeader.read(ElfUnwindSections.first(bytes, Role.EH_FRAME_HEADER), diagnostics);
    header.check(frames, diagnostics);

    assertThat(diagnostics.list()).isEmpty();
    assertThat(header.isSorted()).isTrue();
    assertThat(header.ehFrameAddress()).isEqualTo(frames.section().address());
    assertThat(header.count()).isEqualTo((int) frames.fdes().count());
    assertThat(header.tableEnd()).isEqualTo(header.section().fileEnd());
    assertThat(header.stream().map(EhFrameHeader.Row::location))
        .containsExactlyInAnyOrderElementsOf(
            frames.fdes().map(FrameDescriptionEntry::pcBegin).toList());
  }

  /** Without section headers the program header PT_GNU_EH_FRAME is the only way in. */
  @Test
  void findsTheFramesOfAFileWithoutSections() {
    Bytes bytes = Fixtures.bytes("elf/c-nosections");
    // The file's PT_GNU_EH_FRAME: p_offset and p_vaddr 0x20A0, p_filesz 0x6C.
    UnwindSection section =
        new UnwindSection(
            ".eh_frame_hdr",
            Role.EH_FRAME_HEADER,
            bytes,
            0x20A0,
            0x210C,
            0x20A0,
            PointerRules.linked(8));
    Diagnostics diagnostics = new Diagnostics();
    EhFrameHeader header = EhFrameHeader.read(section, diagnostics);
    // Its read-only segment has equal offsets and addresses.
    UnwindSection found = header.frames(address -> address).orElseThrow();
    EhFrame frames = EhFrame.read(found, diagnostics);
    header.check(frames, diagnostics);

    assertThat(diagnostics.list()).isEmpty();
    assertThat(frames.fdes().count()).isEqualTo(header.count()).isEqualTo(12);
    assertThat(frames.piece(frames.count() - 1)).isEqualTo(FramePiece.TERMINATOR);
    assertThat(found.fileEnd()).as("end of the segment").isEqualTo(0x2284);
  }

  @Test
  void reportsRowsOutOfOrderAndAstray() {
    FrameWriter records = new FrameWriter().cie("zR", UDATA4);
    int first = records.position();
    records.fde(0, 0x5000, 0x10, 4);
    int second = records.position();
    EhFrame frames = records.fde(0, 0x5010, 0x10, 4).read();
    ByteWriter out = header(2);
    out.u32(0x5010 - 0x2000).u32(FrameWriter.ADDRESS + second - 0x2000);
    out.u32(0x5000 - 0x2000).u32(FrameWriter.ADDRESS + first + 1 - 0x2000);
    Diagnostics diagnostics = new Diagnostics();
    EhFrameHeader header = EhFrameHeader.read(section(out), diagnostics);
    assertThat(diagnostics.list()).as("out of order").hasSize(1);
    header.check(frames, diagnostics);
    assertThat(header.location(0)).isEqualTo(0x5010);
    assertThat(diagnostics.list()).hasSize(2);
  }

  @Test
  void takesNoMoreRowsThanThereAre() {
    ByteWriter out = header(0x7FFF_FFFF).u32(0).u32(0).u32(0);
    Diagnostics diagnostics = new Diagnostics();
    EhFrameHeader header = EhFrameHeader.read(section(out), diagnostics);
    assertThat(header.count()).isEqualTo(1);
    assertThat(header.tableEnd()).isEqualTo(out.size() - 4);
    assertThat(diagnostics.list()).hasSize(1);
  }

  @Test
  void acceptsAHeaderWithoutTable() {
    ByteWriter out = new ByteWriter().u8(1, PCREL_SDATA4, 0xFF, 0xFF).u32(0x100);
    Diagnostics diagnostics = new Diagnostics();
    EhFrameHeader header = EhFrameHeader.read(section(out), diagnostics);
    assertThat(header.count()).isZero();
    assertThat(header.ehFrameAddress()).isEqualTo(0x2104);
    assertThat(header.frames(address -> address)).isEmpty();
    assertThat(diagnostics.list()).isEmpty();
  }

  @Test
  void reportsOtherVersionsAndShortHeaders() {
    for (int length = 0; length < 12; length++) {
      ByteWriter out = new ByteWriter().raw(Arrays.copyOf(header(0).array(), length));
      Diagnostics diagnostics = new Diagnostics();
      assertThat(EhFrameHeader.read(section(out), diagnostics).count()).isZero();
      assertThat(diagnostics.list()).hasSize(1);
    }
    Diagnostics diagnostics = new Diagnostics();
    EhFrameHeader.read(section(new ByteWriter().u8(2).padTo(20)), diagnostics);
    assertThat(diagnostics.list()).hasSize(1);
  }

  private static ByteWriter header(long count) {
    return new ByteWriter().u8(1, PCREL_SDATA4, UDATA4, DATAREL_SDATA4).u32(0).u32(count);
  }

  private static UnwindSection section(ByteWriter out) {
    return new UnwindSection(
        ".eh_frame_hdr",
        Role.EH_FRAME_HEADER,
        out.bytes(),
        0,
        out.size(),
        0x2000,
        PointerRules.linked(8));
  }
}
