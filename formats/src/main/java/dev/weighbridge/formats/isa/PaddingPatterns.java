package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import java.util.Map;

/** Recognises bytes that only align what follows: zeros, breakpoints, no-operations. */
public final class PaddingPatterns {
  private enum Form {
    X86,
    FIXED_WIDTH,
    OTHER
  }

  /** What 64-byte alignment needs: so far back filler is looked for at once. */
  private static final int USUAL_TAIL = 63;

  /** Bytes of the longest instruction, so of the longest no-operation, too. */
  private static final int LONGEST_NOP = 15;

  /** Bytes of the longest distance that a jump ends with. */
  private static final int LONGEST_DISTANCE = 4;

  /** {@code BRK #0xF000}, which fills between functions in Windows images. */
  private static final int ARM64_BREAK = 0xD43E0000;

  private static final PaddingPatterns UNKNOWN = new PaddingPatterns(Form.OTHER);

  private static final Map<Architecture, PaddingPatterns> BY_ARCHITECTURE =
      Map.ofEntries(
          Map.entry(Architecture.X86_64, new PaddingPatterns(Form.X86)),
          Map.entry(Architecture.I386, new PaddingPatterns(Form.X86)),
          Map.entry(Architecture.AARCH64, words(0xD503201F, ARM64_BREAK)),
          Map.entry(Architecture.ARM, words(0xE320F000, 0xE1A00000, 0xBF00BF00, 0x46C046C0)),
          Map.entry(Architecture.RISCV64, words(0x00000013, 0x00010001)),
          Map.entry(Architecture.RISCV32, words(0x00000013, 0x00010001)),
          Map.entry(Architecture.POWERPC64, words(0x60000000)),
          Map.entry(Architecture.POWERPC, words(0x60000000)),
          Map.entry(Architecture.LOONGARCH64, words(0x03400000, 0x002A0000)),
          Map.entry(Architecture.SPARC, words(0x01000000)),
          Map.entry(Architecture.SPARC64, words(0x01000000)));

  private final Form form;
  private final int[] nops;

  private PaddingPatterns(Form form, int... nops) {
    this.form = form;
    this.nops = nops;
  }

  private static PaddingPatterns words(int... nops) {
    return new PaddingPatterns(Form.FIXED_WIDTH, nops);
  }

  /** The filler of a machine. */
  public static PaddingPatterns of(Machine machine) {
    return BY_ARCHITECTURE.getOrDefault(machine.architecture(), UNKNOWN);
  }

  /** Whether code bytes {@code [start, end)} do nothing but fill. */
  public boolean fillsCode(Bytes bytes, long start, long end) {
    if (isUniform(bytes, start, end, 0)) {
      return true;
    }
    return switch (form) {
      case X86 -> isUniform(bytes, start, end, 0xCC) || isX86Nops(bytes, start, end);
      case FIXED_WIDTH -> isFixedNops(bytes, start, end);
      case OTHER -> false;
    };
  }

  /**
   * Where the filler starts that ends code; {@code end} if none does.
   *
   * @param start of the code, of which at least a byte is no filler
   */
  public long tailStart(Bytes bytes, long start, long end) {
    for (long length = USUAL_TAIL; ; length *= 4) {
      long first = end - start <= length ? start + 1 : end - length;
      long tail = tailWithin(bytes, first, end);
      // What reaches back so far may begin still earlier: we may look into the middle of it.
      if (tail - first >= LONGEST_NOP || first <= start + 1) {
        return tail;
      }
    }
  }

  private long tailWithin(Bytes bytes, long first, long end) {
    for (long at = first; at < end; at++) {
      if (startsAt(bytes, at, end) && fillsCode(bytes, at, end) && isSure(bytes, at, end)) {
        return at;
      }
    }
    return end;
  }

  /**
   * Whether filler that follows an instruction may start at a byte: with a no-operation or a
   * breakpoint. A zero is more likely to be the last byte of the instruction, of the distance that
   * a jump ends with, for example.
   */
  private boolean startsAt(Bytes bytes, long start, long end) {
    return switch (form) {
      case X86 -> bytes.u8(start) != 0;
      case FIXED_WIDTH ->
          (end - start) % 4 == 0
              ? bytes.i32(start) != 0
              : end - start >= 2 && isHalfNop(bytes.u16(start));
      case OTHER -> false;
    };
  }

  /**
   * Whether filler is not rather the end of a distance of four bytes: one that looks like a
   * no-operation, with zeros behind it that are no part of that.
   */
  private boolean isSure(Bytes bytes, long start, long end) {
    return form != Form.X86
        || end - start > LONGEST_DISTANCE
        || endOfNops(bytes, start, end) == end;
  }

  /** Bytes of the no-operation, the breakpoint, or the zero word of fixed width at a position. */
  public int length(Bytes bytes, long start, long end) {
    return switch (form) {
      case X86 -> X86Nop.length(bytes, start, end);
      case FIXED_WIDTH -> end - start >= 4 && isNop(bytes.i32(start)) ? 4 : 0;
      case OTHER -> 0;
    };
  }

  /** Whether bytes {@code [start, end)} are all zero. */
  public static boolean isZero(Bytes bytes, long start, long end) {
    return isUniform(bytes, start, end, 0);
  }

  private static boolean isUniform(Bytes bytes, long start, long end, int value) {
    long at = start;
    for (long word = value * 0x0101_0101_0101_0101L; end - at >= 8; at += 8) {
      if (bytes.i64(at) != word) {
        return false;
      }
    }
    for (; at < end; at++) {
      if (bytes.u8(at) != value) {
        return false;
      }
    }
    return true;
  }

  /** Words that are one of the machine's no-operations or zero; a short head may be zero. */
  private boolean isFixedNops(Bytes bytes, long start, long end) {
    long at = start;
    while (at < end && (end - at) % 4 != 0) {
      if (end - at >= 2 && isHalfNop(bytes.u16(at))) {
        at += 2;
      } else if (bytes.u8(at) == 0) {
        at++;
      } else {
        return false;
      }
    }
    for (; at < end; at += 4) {
      if (!isNop(bytes.i32(at))) {
        return false;
      }
    }
    return true;
  }

  private boolean isNop(int word) {
    for (int nop : nops) {
      if (word == nop) {
        return true;
      }
    }
    return word == 0;
  }

  private boolean isHalfNop(int half) {
    for (int nop : nops) {
      if ((nop & 0xFFFF) == half && nop >>> 16 == half) {
        return true;
      }
    }
    return false;
  }

  /** Zeros may only follow: before more of them they are the end of an instruction. */
  private static boolean isX86Nops(Bytes bytes, long start, long end) {
    return isUniform(bytes, endOfNops(bytes, start, end), end, 0);
  }

  /** The first byte that is no part of the no-operations that begin at a place. */
  private static long endOfNops(Bytes bytes, long start, long end) {
    long at = start;
    while (at < end) {
      int length = X86Nop.length(bytes, at, end);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return end;
  }
}
