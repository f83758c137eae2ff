package dev.weighbridge.internal.isa;

/**
 * Reads machine code instruction by instruction, with operands left out that only say how far it is
 * to something else.
 *
 * <p>A copy of a function that lies elsewhere differs in these operands although it does the same.
 * Branches inside the code are kept: they are equal in equal copies, wherever these lie. Not for
 * several threads.
 */
public abstract class CodeReader {
  /** Bytes that must follow the code in its array: a malformed instruction is read so far. */
  public static final int SLACK = 32;

  CodeReader() {}

  /** The reader for a machine, or {@code null} if there is none for it. */
  public static CodeReader of(String machine, boolean isLittleEndian) {
    return switch (machine) {
      case "x86_64" -> new X64CodeReader();
      case "aarch64" -> isLittleEndian ? new Arm64CodeReader() : null;
      default -> null;
    };
  }

  /**
   * Begins with a piece of code.
   *
   * @param code holds the code in {@code [start, end)}, and {@link #SLACK} more bytes behind
   */
  public abstract void start(byte[] code, int start, int end);

  /**
   * Reads the next instruction.
   *
   * @return false at the end of the code, and before bytes that are no instruction; see {@link
   *     #position}
   */
  public abstract boolean next();

  /** Where the instruction read last ends, which is where the next one starts. */
  public abstract int position();

  /**
   * The instruction read last as a number: two that differ only in how far it is to something else
   * have the same.
   */
  public abstract long word();

  /** Spreads all bits of two words over one. */
  static long mix(long low, long high) {
    long mixed = (low ^ high * 0x9e37_79b9_7f4a_7c15L) * 0xbf58_476d_1ce4_e5b9L;
    return mixed ^ mixed >>> 32;
  }
}
