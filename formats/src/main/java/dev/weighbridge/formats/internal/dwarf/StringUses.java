package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.debug.DebugBytes;

/**
 * Which units use each name of a section of names: of one, the bytes are its own.
 *
 * <p>Linkers let names end in others. The longer name then has all of its bytes.
 */
final class StringUses {
  private static final int SHARED = Integer.MAX_VALUE;
  private static final int INDEX = Integer.MAX_VALUE - 1;

  private final LongIntMap users = new LongIntMap();

  /** A unit uses the name at a place. */
  void use(long offset, int unit) {
    if (offset < 0) {
      return;
    }
    int known = users.putIfAbsent(offset, unit);
    if (known >= 0 && known != unit && known != SHARED) {
      users.set(offset, SHARED);
    }
  }

  /** An index has the name at a place, which no unit need use. */
  void index(long offset) {
    if (offset >= 0) {
      users.putIfAbsent(offset, INDEX);
    }
  }

  /** Gives each byte of the section an owner. */
  void tile(DebugBytes.Builder tiles, Bytes section) {
    long at = 0;
    for (long offset : users.sortedKeys()) {
      long start = Math.max(at, offset);
      if (start >= section.length()) {
        break;
      }
      long nul = section.indexOf((byte) 0, start, section.length());
      long end = nul < 0 ? section.length() : nul + 1;
      if (offset < at) {
        // It ends in the name before, with which it shares its last bytes.
        continue;
      }
      tiles.addTo(start, DebugBytes.NONE);
      tiles.addTo(end, owner(users.get(offset)));
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
