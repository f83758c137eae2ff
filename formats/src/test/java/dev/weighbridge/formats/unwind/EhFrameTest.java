package dev.weighbridge.formats.unwind;

import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_omit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.problems.Diagnostics;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Odd call frame sections, one per test. */
class EhFrameTest {
  private static final int PCREL_SDATA4 = 0x1B;

  @Test
  void readsPlainRecords() {
    FrameWriter out = new FrameWriter().cie("zR", PCREL_SDATA4);
    int start = out.position();
    out.fde(0, 0x5000 - out.address(8), 0x30, 4).raw(0, 0, 0, 0);
    EhFrame frames = out.read();

    assertThat(frames.count()).isEqualTo(3);
    assertThat(frames.fdes())
        .containsExactly(
            new FrameDescriptionEntry(1, start, out.position() - 4, 0, 0x5000, 0x30, -1));
    assertThat(frames.piece(2)).isEqualTo(FramePiece.TERMINATOR);
    CommonInformationEntry cie = frames.cieEntry(0);
    assertThat(cie.augmentation()).isEqualTo("zR");
    assertThat(cie.dataAlignment()).isEqualTo(-8);
    assertThat(cie.returnRegister()).isEqualTo(16);
    assertThat(cie.pointerEncoding()).isEqualTo(PCREL_SDATA4);
    assertThat(cie.lsdaEncoding()).isEqualTo(DW_EH_PE_omit);
    assertThat(cie.hasUnknownAugmentation()).isFalse();
  }

  @Test
  void readsPersonalityLanguageDataAndSignalFrames() {
    FrameWriter out = new FrameWriter();
    // Personality: absolute, indirect, four bytes. Language data: absolute, four bytes.
    out.cie("zPLRS", 0x83, 0x44, 0x33, 0x22, 0x11, 0x03, 0x03);
    int back = out.position() + 4;
    out.record(body -> body.u32(back).u32(0x5000).u32(0x10).uleb128(4).u32(0x9000));
    int back2 = out.position() + 4;
    out.record(body -> body.u32(back2).u32(0x5010).u32(0x10).uleb128(4).u32(0));
    EhFrame frames = out.read();

    assertThat(frames.lsda(1)).isEqualTo(0x9000);
    assertThat(frames.lsda(2)).as("written as 0: none").isEqualTo(-1);
    CommonInformationEntry cie = frames.cieEntry(0);
    assertThat(cie.personality()).isEqualTo(0x1122_3344);
    assertThat(PointerEncoding.text(cie.personalityEncoding())).isEqualTo("indirect udata4");
    assertThat(cie.isSignalFrame()).isTrue();
    assertThat(cie.signsWithKeyB()).isFalse();
  }

  @Test
  void readsMarksOfAarch64() {
    FrameWriter out = new FrameWriter().cie("zRBG", 0x03);
    EhFrame frames = out.fde(0, 0x5000, 0x10, 4).read();
    assertThat(frames.cieEntry(0).signsWithKeyB()).isTrue();
    assertThat(frames.pcBegin(1)).isEqualTo(0x5000);
  }

  /** The CIE pointer has four bytes in this form too, LSB Core 5.0, 10.6.1.2. */
  @Test
  void readsTheLongForm() {
    FrameWriter out = new FrameWriter();
    out.longRecord(
        body -> body.u32(0).u8(1).text("zR").uleb128(1).sleb128(-8).u8(16).uleb128(1).u8(0x04));
    int back = out.position() + 12;
    out.longRecord(body -> body.u32(back).u64(0x5000).u64(0x20).u8(0));
    EhFrame frames = out.read();
    assertThat(frames.pcBegin(1)).isEqualTo(0x5000);
    assertThat(frames.pcLength(1)).isEqualTo(0x20);
    assertThat(frames.fileEnd(1)).isEqualTo(out.position());
  }

  @ParameterizedTest
  @CsvSource({"3, ''", "4, '4,0'"})
  void readsNewerVersions(int version, String versionFour) {
    FrameWriter out = new FrameWriter(ByteOrder.BIG_ENDIAN, 4);
    out.record(
        body -> {
          body.u32(0).u8(version).text("zR");
          if (!versionFour.isEmpty()) {
            body.u8(4, 0);
          }
          // From version 3 on the return register is a LEB128 number.
          body.uleb128(4).sleb128(-4).uleb128(300).uleb128(1).u8(0x03);
        });
    EhFrame frames = out.fde(0, 0x5000, 0x20, 4).read();
    assertThat(frames.cieEntry(0).returnRegister()).isEqualTo(300);
    assertThat(frames.cieEntry(0).version()).isEqualTo(version);
    assertThat(frames.pcBegin(1)).isEqualTo(0x5000);
  }

  /** GCC 2 wrote "eh" and the address of its exception table into the CIE. */
  @Test
  void readsTheAugmentationOfGcc2() {
    FrameWriter out = new FrameWriter(ByteOrder.LITTLE_ENDIAN, 4);
    out.record(body -> body.u32(0).u8(1).text("eh").u32(0x7777).uleb128(1).sleb128(-4).u8(8));
    EhFrame frames = out.fde(0, 0x5000, 0x20, 4).read();
    assertThat(frames.pcBegin(1)).isEqualTo(0x5000);
    assertThat(frames.cieEntry(0).dataAlignment()).isEqualTo(-4);
    assertThat(frames.cieEntry(0).hasUnknownAugmentation()).isFalse();
  }

  @Test
  void keepsRecordsOfUnknownAugmentationsWithoutReadingThem() {
    FrameWriter out = new FrameWriter().cie("zXR", 0x03);
    Diagnostics diagnostics = new Diagnostics();
    EhFrame frames = EhFrame.read(out.fde(0, 0x5000, 0x10, 4).section(), diagnostics);
    assertThat(frames.cieEntry(0).augmentation()).isEqualTo("zXR");
    assertThat(frames.cieEntry(0).hasUnknownAugmentation()).isTrue();
    assertThat(frames.isFde(1)).isTrue();
    assertThat(frames.pcBegin(1)).isEqualTo(-1);
    assertThat(diagnostics.list()).hasSize(2);
  }

  @Test
  void goesOnBehindTheTerminator() {
    FrameWriter out = new FrameWriter().cie("zR", 0x03).raw(new int[12]);
    int second = out.position();
    EhFrame frames = out.cie("zR", 0x03).fde(second, 0x5000, 0x10, 4).read();
    assertThat(frames.piece(1)).isEqualTo(FramePiece.TERMINATOR);
    assertThat(frames.piece(2)).isEqualTo(FramePiece.FILLER);
    assertThat(frames.fileEnd(2) - frames.fileStart(2)).isEqualTo(8);
    assertThat(frames.pcBegin(4)).isEqualTo(0x5000);
  }

  @Test
  void countsOddZerosAtTheEndAsFiller() {
    EhFrame frames = new FrameWriter().cie("zR", 0x03).raw(new int[7]).read();
    assertThat(frames.count()).isEqualTo(3);
    assertThat(frames.piece(2)).isEqualTo(FramePiece.FILLER);
  }

  @Test
  void givesUpBehindALengthThatCannotBeTrue() {
    FrameWriter out = new FrameWriter().cie("zR", 0x03).raw(0xF0, 0xFF, 0xFF, 0xFF, 1, 2, 3);
    Diagnostics diagnostics = new Diagnostics();
    EhFrame frames = EhFrame.read(out.section(), diagnostics);
    assertThat(frames.piece(1)).isEqualTo(FramePiece.UNREADABLE);
    assertThat(frames.fileEnd(1)).isEqualTo(out.position());
    assertThat(diagnostics.list())
        .singleElement()
        .extracting(d -> d.structure())
        .isEqualTo(".eh_frame");
  }

  @Test
  void surviesANegativeLongLength() {
    FrameWriter out = new FrameWriter().raw(0xFF, 0xFF, 0xFF, 0xFF).raw(0, 0, 0, 0, 0, 0, 0, 0x80);
    assertThat(out.read().piece(0)).isEqualTo(FramePiece.UNREADABLE);
    FrameWriter zero = new FrameWriter().raw(0xFF, 0xFF, 0xFF, 0xFF).raw(new int[8]);
    assertThat(zero.read().piece(0)).isEqualTo(FramePiece.UNREADABLE);
  }

  @Test
  void flagsFramesOfDroppedFunctions() {
    EhFrame frames = new FrameWriter().cie("zR", 0x03).fde(0, 0, 0, 4).read();
    assertThat(frames.isFde(1)).isTrue();
    assertThat(frames.hasCode(1)).isFalse();
    assertThat(frames.fde(1).hasCode()).isFalse();
  }

  @Test
  void reportsFramesWithoutCie() {
    FrameWriter out = new FrameWriter().cie("zR", 0x03).fde(1, 0x5000, 0x10, 4);
    Diagnostics diagnostics = new Diagnostics();
    EhFrame frames = EhFrame.read(out.section(), diagnostics);
    assertThat(frames.cie(1)).isEqualTo(-1);
    assertThat(frames.pcBegin(1)).isEqualTo(-1);
    assertThat(diagnostics.list()).hasSize(1);
  }

  @Test
  void takesAddressesFromRelocations() {
    FrameWriter out = new FrameWriter().cie("zPLR", 0x03, 0, 0, 0, 0, 0x1B, PCREL_SDATA4);
    int begin = out.position() + 8;
    int back = out.position() + 4;
    out.record(body -> body.u32(back).u32(5).u32(0x10).uleb128(4).u32(0));
    PointerRules.Relocations relocations =
        (place, value) -> {
          if (place == begin) {
            return 0x400 + value;
          }
          return place == begin + 9 ? 0x700 : PointerRules.NOT_RELOCATED;
        };
    UnwindSection section = out.section(PointerRules.linked(8).with(relocations));
    EhFrame frames = EhFrame.read(section, new Diagnostics());
    assertThat(frames.pcBegin(1)).as("symbol and addend in the place").isEqualTo(0x405);
    assertThat(frames.lsda(1)).as("0 in the file, but relocated").isEqualTo(0x700);
  }

  @Test
  void readsTheSameWhateverTheWindow() {
    FrameWriter out = new FrameWriter().cie("zR", 0x03);
    for (int i = 0; i < 5_000; i++) {
      out.fde(0, 0x5000 + 16L * i, 16, 4);
    }
    EhFrame frames = out.read();
    assertThat(frames.count()).isEqualTo(5_001);
    for (int i = 1; i < frames.count(); i++) {
      assertThat(frames.pcBegin(i)).isEqualTo(0x5000 + 16L * (i - 1));
    }
  }
}
