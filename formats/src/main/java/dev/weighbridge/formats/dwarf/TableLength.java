package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.bytes.Window;
import java.util.Objects;

/**
 * The length that units and most tables begin with, and that says how wide offsets in them are.
 * DWARF 5, 7.4.
 *
 * @param bodyStart where what is counted begins: behind the length
 * @param length bytes from there to the end, as stated
 * @param room bytes from there to the end of the section
 * @param offsetSize 4, or 8 in the 64-bit form
 */
public record TableLength(long bodyStart, long length, long room, int offsetSize) {
  private static final long ESCAPE_64_BIT = 0xFFFF_FFFFL;

  /** Lengths from here on are reserved, but for the escape. */
  private static final long RESERVED = 0xFFFF_FFF0L;

  private static final long CUT_SHORT = -1;

  /** Reads the length at the position of a window, whose limit is the end of the section. */
  public static TableLength read(Window window) {
    Objects.requireNonNull(window, "window");
    long length = window.u32();
    int offsetSize = 4;
    if (length == ESCAPE_64_BIT) {
      length = window.i64();
      offsetSize = 8;
    } else if (length >= RESERVED) {
      length = CUT_SHORT;
    }
    return new TableLength(
        window.position(), window.isOverrun() ? CUT_SHORT : length, window.remaining(), offsetSize);
  }

  /** Whether the table ends inside the section. */
  public boolean isValid() {
    return length >= 0 && length <= room;
  }

  /** Whether it is a zero of four bytes, as assemblers and linkers put between units. */
  public boolean isPadding() {
    return length == 0 && offsetSize == 4;
  }

  /** End of the table, exclusive; at most that of the section. */
  public long end() {
    return bodyStart + (isValid() ? length : room);
  }

  /** What a sound length would be, for diagnostics. */
  public String expected() {
    return "a length of at most " + room;
  }
}
