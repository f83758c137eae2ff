package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;

/**
 * Finds all addresses that machine code names by itself: targets of calls and jumps, and the
 * addresses it forms to load from, store to or pass on. Not for several threads.
 */
public abstract class TargetReader {
  /** Takes what is found. */
  public interface Targets {
    /**
     * An address that code names.
     *
     * @param position of the instruction in the array
     */
    void target(int position, long address);
  }

  TargetReader() {}

  /** The reader for a machine, or {@code null} if there is none for it. */
  public static TargetReader of(Machine machine) {
    if (machine.is(Architecture.X86_64)) {
      return new X64TargetReader();
    }
    boolean isArm64 = machine.is(Architecture.AARCH64) && machine.isLittleEndian();
    return isArm64 ? new Arm64TargetReader() : null;
  }

  /**
   * Reads code.
   *
   * @param code holds it in {@code [start, end)}, and {@link CodeReader#SLACK} more bytes behind
   * @param address virtual address of its first byte
   */
  public abstract void read(byte[] code, int start, int end, long address, Targets found);
}
