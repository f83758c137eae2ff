package dev.weighbridge.formats.internal.pe.code;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;

/** Finds where filler ends one function and the next begins, by the habits of a machine. */
public final class CodeFiller {
  private static final int ALIGNMENT = 16;

  private final Bytes code;
  private final PaddingPatterns filler;
  private final boolean isArm64;

  /**
   * Of a machine.
   *
   * @param code the bytes of a section; position 0 must be as aligned as functions are
   */
  public CodeFiller(Bytes code, Machine machine) {
    this.code = code;
    this.filler = InstructionSets.padding(machine);
    this.isArm64 = machine.is(Architecture.AARCH64);
  }

  /** The first position at or after {@code at} that is not filler. */
  public long skip(long at, long end) {
    long position = at;
    while (position < end) {
      int length = filler.length(code, position, end);
      if (length == 0) {
        break;
      }
      position += length;
    }
    return Math.min(position, end);
  }

  /** Where the filler before {@code end} starts; {@code end} if there is none. */
  public long trim(long start, long end) {
    return filler.tailStart(code, start, end);
  }

  private boolean isFillerBefore(long at, long start) {
    if (isArm64) {
      return at - start >= 4 && filler.length(code, at - 4, at) > 0;
    }
    int last = code.u8(at - 1);
    return last == 0xCC || last == 0x90;
  }

  /**
   * The next aligned position after {@code start} with filler before it; {@code end} if none has.
   *
   * <p>One byte of filler could be part of an instruction, so it must follow a return or a jump.
   */
  public long nextStart(long start, long end) {
    for (long at = (start / ALIGNMENT + 1) * ALIGNMENT; at < end; at += ALIGNMENT) {
      if (!isFillerBefore(at, start)) {
        continue;
      }
      long tail = trim(start, at);
      boolean isSure = isArm64 ? at - tail >= 4 : at - tail >= 2;
      if (tail > start
          && filler.length(code, at, end) == 0
          && (isSure || endsFunction(start, tail))) {
        return at;
      }
    }
    return end;
  }

  private boolean endsFunction(long start, long at) {
    boolean isReturn = code.u8(at - 1) == 0xC3;
    boolean isReturnPopping = at - start >= 3 && code.u8(at - 3) == 0xC2;
    boolean isNearJump = at - start >= 5 && code.u8(at - 5) == 0xE9;
    boolean isShortJump = at - start >= 2 && code.u8(at - 2) == 0xEB;
    boolean isFarJump = at - start >= 6 && code.u8(at - 6) == 0xFF && code.u8(at - 5) == 0x25;
    return isReturn || isReturnPopping || isNearJump || isShortJump || isFarJump;
  }
}
