package dev.weighbridge.formats.isa.arm;

import dev.weighbridge.formats.isa.CodeMarks;
import dev.weighbridge.formats.isa.CodeParts;
import dev.weighbridge.formats.isa.OffsetTable;

/**
 * Arm and Thumb instructions, and the data between them: branches, and the addresses that literal
 * loads, {@code ADR}, and {@code MOVW} with {@code MOVT} form (Arm ARM for A and R profiles, A5,
 * A6, A8).
 */
public final class ArmCursor extends ArmOperations {
  private final CodeParts parts;
  private final ArmReader arm = new ArmReader(this);
  private final ThumbReader thumb = new ThumbReader(this);
  private int bits;
  private boolean isData;

  /**
   * A cursor over code that is marked.
   *
   * @param isFixed whether literals and pairs of numbers are addresses as they stand
   * @param table where code finds addresses by their number
   */
  public ArmCursor(CodeMarks marks, boolean isFixed, OffsetTable table) {
    super(marks, isFixed, table);
    parts = new CodeParts(marks, CodeMarks.DATA);
  }

  @Override
  protected int decode() {
    if (position >= end) {
      return 0;
    }
    long at = here();
    if (parts.goTo(at)) {
      thumb.begin();
    }
    int rest = parts.rest(at, end - position);
    isData = parts.letter() == CodeMarks.DATA;
    if (parts.letter() == CodeMarks.THUMB) {
      return thumb(rest);
    }
    if (parts.letter() == CodeMarks.ARM) {
      bits = word(position);
      return rest >= 4 && arm.read(bits) ? 4 : 0;
    }
    return data(at, rest);
  }

  private int thumb(int rest) {
    if (rest < 2) {
      return 0;
    }
    int half = half(position);
    if (!isWide(half)) {
      bits = half;
      thumb.read(half);
      return 2;
    }
    if (rest < 4) {
      return 0;
    }
    int second = half(position + 2);
    bits = half << 16 | second;
    thumb.readWide(half, second);
    return 4;
  }

  /** Data up to where a word ends. */
  private int data(long at, int rest) {
    int bytes = Math.min(rest, 4 - (int) (at & 3));
    bits = isDistance(position) ? 0 : word(position) & (int) (-1L >>> (64 - 8 * bytes));
    return bytes;
  }

  @Override
  public boolean isData() {
    return isData;
  }

  /** {@code SVC}. */
  @Override
  public boolean isSystemCall() {
    return length == Short.BYTES
        ? (bits & 0xFF00) == 0xDF00
        : parts.letter() == CodeMarks.ARM && (bits & 0x0F00_0000) == 0x0F00_0000;
  }

  @Override
  public long fingerprint() {
    return mix(bits & ~distance, length);
  }

  @Override
  public int alignment() {
    return Short.BYTES;
  }
}
