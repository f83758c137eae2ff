package dev.weighbridge.formats.internal.dwarf.bytes;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.debug.DebugBytes;

/**
 * Which units use each name of a section of names: of one, the bytes are its own.
 *
 * <p>Linkers let names end in others. The longer name then has all of its bytes. Large programs
 * have millions of names, used all over: each has one number in a table without chains, so that a
 * use is one look into memory.
 */
final class StringUses {
  private static final int SMALLEST = 64;

  /** Bits of a user; 28 are more units than fit into 2 GiB, and leave names 64 GiB. */
  private static final int USER_BITS = 28;

  private static final int SHARED = (1 << USER_BITS) - 1;
  private static final int INDEX = SHARED - 1;
  private static final long MAX_OFFSET = (1L << (Long.SIZE - USER_BITS)) - 2;

  /** The place of a name and 1, and below that its user; 0 is free. */
  private long[] slots = new long[SMALLEST];

  private int count;

  /** A unit uses the name at a place. */
  void use(long offset, int unit) {
    if (offset < 0 || offset > MAX_OFFSET) {
      return;
    }
    int slot = slot(offset + 1);
    long known = slots[slot];
    if (known == 0) {
      add(slot, offset, Math.min(unit, SHARED));
    } else if (user(known) != unit) {
      slots[slot] = known | SHARED;
    }
  }

  /** An index has the name at a place, which no unit need use. */
  void index(long offset) {
    if (offset < 0 || offset > MAX_OFFSET) {
      return;
    }
    int slot = slot(offset + 1);
    if (slots[slot] == 0) {
      add(slot, offset, INDEX);
    }
  }

  private void add(int slot, long offset, int user) {
    slots[slot] = ((offset + 1) << USER_BITS) | user;
    count++;
    if (count > slots.length >>> 1) {
      grow();
    }
  }

  private static int user(long name) {
    return (int) name & SHARED;
  }

  /** The slot of a place and 1, or the free one where it belongs. */
  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] >>> USER_BITS != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    if (slots.length > Integer.MAX_VALUE / 4) {
      throw new IllegalStateException("a section of more than " + count + " names");
    }
    long[] old = slots;
    slots = new long[2 * old.length];
    for (long name : old) {
      if (name != 0) {
        slots[slot(name >>> USER_BITS)] = name;
      }
    }
  }

  /** Gives each byte of the section an owner. */
  void tile(DebugBytes.Builder tiles, Bytes section) {
    long[] offsets = new long[count];
    int[] users = new int[count];
    int found = 0;
    for (long name : slots) {
      if (name != 0) {
        offsets[found] = (name >>> USER_BITS) - 1;
        users[found++] = user(name);
      }
    }
    long at = 0;
    for (int row : Order.ascending(offsets, count)) {
      long offset = offsets[row];
      long start = Math.max(at, offset);
      if (start >= section.length()) {
        break;
      }
      if (offset < at) {
        // It ends in the name before, with which it shares its last bytes.
        continue;
      }
      long nul = section.indexOf((byte) 0, start, section.length());
      long end = nul < 0 ? section.length() : nul + 1;
      tiles.addTo(start, DebugBytes.NONE);
      tiles.addTo(end, owner(users[row]));
      at = end;
    }
    tiles.addTo(section.length(), DebugBytes.NONE);
  }

  private static int owner(int user) {
    return switch (user) {
      case SHARED -> DebugBytes.SHARED;
      case INDEX -> DebugBytes.INDEX;
      default -> user;
    };
  }
}
