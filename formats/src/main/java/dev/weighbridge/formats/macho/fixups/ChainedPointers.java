package dev.weighbridge.formats.macho.fixups;

import dev.weighbridge.formats.macho.headers.MachOSegment;

/**
 * How the pointers of one chain are packed: {@code DYLD_CHAINED_PTR_} formats. fixup-chains.h.
 *
 * <p>A pointer is either a bind, with the row of its import, or a rebase, with its target; either
 * says how far it is to the next one.
 */
final class ChainedPointers {
  private static final int DYLD_CHAINED_PTR_ARM64E = 1;
  private static final int DYLD_CHAINED_PTR_64 = 2;
  private static final int DYLD_CHAINED_PTR_32 = 3;
  private static final int DYLD_CHAINED_PTR_32_CACHE = 4;
  private static final int DYLD_CHAINED_PTR_32_FIRMWARE = 5;
  private static final int DYLD_CHAINED_PTR_64_OFFSET = 6;
  private static final int DYLD_CHAINED_PTR_ARM64E_KERNEL = 7;
  private static final int DYLD_CHAINED_PTR_64_KERNEL_CACHE = 8;
  private static final int DYLD_CHAINED_PTR_ARM64E_USERLAND = 9;
  private static final int DYLD_CHAINED_PTR_ARM64E_FIRMWARE = 10;
  private static final int DYLD_CHAINED_PTR_X86_64_KERNEL_CACHE = 11;
  private static final int DYLD_CHAINED_PTR_ARM64E_USERLAND24 = 12;
  private static final int DYLD_CHAINED_PTR_ARM64E_SEGMENTED = 14;

  private final int format;
  private final long base;
  private final long largest;
  private final FixupsBuilder fixups;

  /**
   * The pointers of a format.
   *
   * @param base address of the header, which offsets count from
   * @param largest {@code max_valid_pointer}: 32-bit values above it are not pointers; 0 if unused
   * @param fixups knows the segments that segmented pointers count from
   */
  ChainedPointers(int format, long base, long largest, FixupsBuilder fixups) {
    this.format = format;
    this.base = base;
    this.largest = largest;
    this.fixups = fixups;
  }

  /** Pointers of plain ARM64E images, which threaded binds use as well. */
  static ChainedPointers threaded(long base, FixupsBuilder fixups) {
    return new ChainedPointers(DYLD_CHAINED_PTR_ARM64E, base, 0, fixups);
  }

  /** Whether the format is one of images; the one in between, 13, occurs in shared caches only. */
  boolean isKnown() {
    boolean isUpTo12 =
        format >= DYLD_CHAINED_PTR_ARM64E && format <= DYLD_CHAINED_PTR_ARM64E_USERLAND24;
    return isUpTo12 || format == DYLD_CHAINED_PTR_ARM64E_SEGMENTED;
  }

  /** Bytes of a pointer. */
  int size() {
    return switch (format) {
      case DYLD_CHAINED_PTR_32, DYLD_CHAINED_PTR_32_CACHE, DYLD_CHAINED_PTR_32_FIRMWARE -> 4;
      default -> 8;
    };
  }

  private boolean isArm64e() {
    return switch (format) {
      case DYLD_CHAINED_PTR_ARM64E,
          DYLD_CHAINED_PTR_ARM64E_KERNEL,
          DYLD_CHAINED_PTR_ARM64E_USERLAND,
          DYLD_CHAINED_PTR_ARM64E_FIRMWARE,
          DYLD_CHAINED_PTR_ARM64E_USERLAND24 ->
          true;
      default -> false;
    };
  }

  /** Bytes to the next pointer of the chain, 0 if this is the last one. */
  long next(long raw) {
    return switch (format) {
      case DYLD_CHAINED_PTR_32 -> (raw >>> 26 & 0x1F) * 4;
      case DYLD_CHAINED_PTR_32_CACHE -> (raw >>> 30 & 0x3) * 4;
      case DYLD_CHAINED_PTR_32_FIRMWARE -> (raw >>> 26 & 0x3F) * 4;
      case DYLD_CHAINED_PTR_ARM64E_KERNEL, DYLD_CHAINED_PTR_ARM64E_FIRMWARE ->
          (raw >>> 51 & 0x7FF) * 4;
      case DYLD_CHAINED_PTR_X86_64_KERNEL_CACHE -> raw >>> 51 & 0xFFF;
      default -> isArm64e() ? (raw >>> 51 & 0x7FF) * 8 : (raw >>> 51 & 0xFFF) * 4;
    };
  }

  boolean isBind(long raw) {
    return switch (format) {
      case DYLD_CHAINED_PTR_32 -> raw >>> 31 != 0;
      case DYLD_CHAINED_PTR_64, DYLD_CHAINED_PTR_64_OFFSET -> raw < 0;
      default -> isArm64e() && (raw >>> 62 & 1) != 0;
    };
  }

  /** Row of the import that a bind asks for. */
  int importRow(long raw) {
    return switch (format) {
      case DYLD_CHAINED_PTR_32 -> (int) (raw & 0xF_FFFF);
      case DYLD_CHAINED_PTR_64, DYLD_CHAINED_PTR_64_OFFSET, DYLD_CHAINED_PTR_ARM64E_USERLAND24 ->
          (int) (raw & 0xFF_FFFF);
      default -> (int) (raw & 0xFFFF);
    };
  }

  /** What a bind adds to the address of its import. */
  long addend(long raw) {
    return switch (format) {
      case DYLD_CHAINED_PTR_32 -> raw >>> 20 & 0x3F;
      case DYLD_CHAINED_PTR_64, DYLD_CHAINED_PTR_64_OFFSET -> raw >>> 24 & 0xFF;
      default -> raw < 0 ? 0 : raw << 13 >> 45;
    };
  }

  /** The address that a rebase points to, or -1 if it is no pointer after all. */
  long target(long raw) {
    return switch (format) {
      case DYLD_CHAINED_PTR_32 -> smallTarget(raw & 0x3FF_FFFF);
      case DYLD_CHAINED_PTR_32_CACHE -> raw & 0x3FFF_FFFF;
      case DYLD_CHAINED_PTR_32_FIRMWARE -> raw & 0x3FF_FFFF;
      case DYLD_CHAINED_PTR_64 -> raw & 0xF_FFFF_FFFFL;
      case DYLD_CHAINED_PTR_64_OFFSET -> base + (raw & 0xF_FFFF_FFFFL);
      case DYLD_CHAINED_PTR_64_KERNEL_CACHE, DYLD_CHAINED_PTR_X86_64_KERNEL_CACHE ->
          base + (raw & 0x3FFF_FFFF);
      case DYLD_CHAINED_PTR_ARM64E_SEGMENTED -> segmentTarget(raw);
      default -> arm64eTarget(raw);
    };
  }

  private long smallTarget(long value) {
    return largest != 0 && value > largest ? -1 : value;
  }

  /** A segment by its number and an offset in it, signed or not. */
  private long segmentTarget(long raw) {
    MachOSegment segment = fixups.segment(raw >>> 28 & 0xF);
    return segment == null ? -1 : segment.address() + (raw & 0xFFF_FFFF);
  }

  private long arm64eTarget(long raw) {
    if (raw < 0) { // authenticated
      return base + (raw & 0xFFFF_FFFFL);
    }
    long value = raw & 0x7FF_FFFF_FFFFL;
    boolean isAddress =
        format == DYLD_CHAINED_PTR_ARM64E || format == DYLD_CHAINED_PTR_ARM64E_FIRMWARE;
    return isAddress ? value : base + value;
  }
}
