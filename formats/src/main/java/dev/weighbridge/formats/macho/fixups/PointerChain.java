package dev.weighbridge.formats.macho.fixups;

import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.problems.MalformedBinaryException;

/** Follows chains of pointers, each of which says how far it is to the next one. */
final class PointerChain {
  /** What binds mean by a number. */
  interface Ordinals {
    /** Row of the import with this number, or -1 if there is none. */
    int row(int ordinal);

    /** What every bind to it adds, apart from what the pointer itself says. */
    long addend(int ordinal);
  }

  private final FixupsBuilder fixups;
  private final ChainedPointers pointers;
  private final Ordinals ordinals;

  PointerChain(FixupsBuilder fixups, ChainedPointers pointers, Ordinals ordinals) {
    this.fixups = fixups;
    this.pointers = pointers;
    this.ordinals = ordinals;
  }

  /**
   * Follows one chain; it only goes forward, and it must stay in its segment.
   *
   * @throws MalformedBinaryException if it does not
   */
  void follow(MachOSegment segment, long chainStart) {
    long offset = chainStart;
    long next = -1;
    while (next != 0 && fixups.take()) {
      long position = segment.offset() + offset;
      int size = pointers.size();
      boolean isInside = offset >= 0 && offset <= segment.fileSize() - size;
      if (!isInside || !fixups.file.contains(position, size)) {
        throw new MalformedBinaryException(
            "macho.chained_fixups",
            position,
            "a chain inside " + segment.name(),
            "one that leaves it");
      }
      long raw = size == 8 ? fixups.file.i64(position) : fixups.file.u32(position);
      fix(segment.address() + offset, raw);
      next = pointers.next(raw);
      offset += next;
    }
  }

  private void fix(long place, long raw) {
    if (pointers.isBind(raw)) {
      int ordinal = pointers.importRow(raw);
      long addend = pointers.addend(raw) + ordinals.addend(ordinal);
      fixups.addFixup(place, -1, ordinals.row(ordinal), addend);
      return;
    }
    long target = pointers.target(raw);
    if (target != -1) {
      fixups.addFixup(place, target, -1, 0);
    }
  }
}
