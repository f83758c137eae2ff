package dev.weighbridge.formats.isa.arm;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.isa.CodeMarks;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.OffsetTable;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.WordPadding;
import java.util.Optional;

/** 32-bit Arm and Thumb. */
public final class ArmInstructions extends InstructionSet {
  private static final int NOP = 0xE320_F000;

  /** {@code MOV r0, r0}, the no-operation before there was one. */
  private static final int MOV_R0_R0 = 0xE1A0_0000;

  private static final int THUMB_NOPS = 0xBF00_BF00;

  /** {@code MOV r8, r8}, the same in Thumb. */
  private static final int THUMB_MOVS = 0x46C0_46C0;

  /** {@code NOP.W}, the half-word that comes first in the lower half. */
  private static final int THUMB_WIDE_NOP = 0x8000_F3AF;

  private final PaddingPatterns padding =
      new WordPadding(NOP, MOV_R0_R0, THUMB_NOPS, THUMB_MOVS, THUMB_WIDE_NOP);

  /**
   * Code of an image that says where it is Arm, where Thumb, and where it holds data: without that
   * one is not told from another. Instructions are little-endian in all but old systems.
   */
  @Override
  public Optional<InstructionCursor> cursor(BinaryImage image) {
    if (image.isRelocatable() || !image.isLittleEndian()) {
      return Optional.empty();
    }
    CodeMarks marks = CodeMarks.of(image);
    return marks.count() == 0
        ? Optional.empty()
        : Optional.of(new ArmCursor(marks, image.isFixed(), OffsetTable.of(image)));
  }

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
