package dev.weighbridge.formats.isa;

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
  public static TargetReader of(String machine, boolean isLittleEndian) {
    return switch (machine) {
      case "x86_64" -> new X64TargetReader();
      case "aarch64" -> isLittleEndian ? new Arm64TargetReader() : null;
      default -> null;
    };
  }

  /**
   * Reads code.
   *
   * @param code holds it in {@code [start, end)}, and {@link CodeReader#SLACK} more bytes behind
   * @param address virtual address of its first byte
   */
  public abstract void read(byte[] code, int start, int end, long address, Targets found);
}
