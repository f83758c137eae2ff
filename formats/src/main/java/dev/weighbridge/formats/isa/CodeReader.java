package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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

  /** What holds the code, and the same as words. */
  byte[] code = {};

  ByteBuffer words = ByteBuffer.wrap(code);
  int bodyStart;
  int bodyEnd;

  /** See {@link #position()} and {@link #word()}. */
  int position;

  long word;

  CodeReader() {}

  /** The reader for a machine, or {@code null} if there is none for it. */
  public static CodeReader of(Machine machine) {
    if (machine.is(Architecture.X86_64)) {
      return new X64CodeReader();
    }
    boolean isArm64 = machine.is(Architecture.AARCH64) && machine.isLittleEndian();
    return isArm64 ? new Arm64CodeReader() : null;
  }

  /**
   * Begins with a piece of code.
   *
   * @param newCode holds the code in {@code [start, end)}, and {@link #SLACK} more bytes behind
   */
  public void start(byte[] newCode, int start, int end) {
    if (newCode != code) {
      code = newCode;
      words = ByteBuffer.wrap(newCode).order(ByteOrder.LITTLE_ENDIAN);
    }
    bodyStart = start;
    bodyEnd = end;
    position = start;
  }

  /**
   * Reads the next instruction.
   *
   * @return false at the end of the code, and before bytes that are no instruction; see {@link
   *     #position}
   */
  public abstract boolean next();

  /** Where the instruction read last ends, which is where the next one starts. */
  public final int position() {
    return position;
  }

  /**
   * The instruction read last as a number: two that differ only in how far it is to something else
   * have the same.
   */
  public final long word() {
    return word;
  }

  /** Spreads all bits of two words over one. */
  static long mix(long low, long high) {
    long mixed = (low ^ high * 0x9e37_79b9_7f4a_7c15L) * 0xbf58_476d_1ce4_e5b9L;
    return mixed ^ mixed >>> 32;
  }
}
