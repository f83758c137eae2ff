package dev.weighbridge.formats.dwarf.lists;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_GNU_ranges_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_rnglistx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_RLE_base_address;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_RLE_base_addressx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_RLE_end_of_list;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_RLE_offset_pair;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_RLE_start_end;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_RLE_start_length;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_RLE_startx_endx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_RLE_startx_length;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.Encoding;
import java.util.Objects;

/**
 * Reads range lists of a unit: the addresses of its code and that of its functions, where they are
 * in pieces. DWARF 5, 2.17.3; DWARF 4, 2.17.3.
 *
 * <p>What the linker dropped stays in the list, at the addresses it was given instead. Not for use
 * by several threads.
 */
public final class RangeCursor {
  private final DwarfUnit unit;
  private final DwarfUnit owner;
  private final Encoding encoding;
  private final DwarfSection section;
  private final Bytes bytes;
  private final long mask;

  // The first open() fills it.
  @SuppressWarnings("NullAway.Init")
  private Window window;

  private long base;
  private long listStart;
  private long start;
  private long end;
  private boolean isDamaged;

  /** A cursor for the lists of a unit; those of a split unit of version 4 are in the program. */
  public RangeCursor(DwarfUnit unit) {
    Objects.requireNonNull(unit, "unit");
    this.unit = unit;
    this.encoding = unit.encoding();
    boolean isNew = encoding.version() >= 5;
    this.owner = isNew ? unit : unit.skeleton().orElse(unit);
    this.section = isNew ? DwarfSection.RNGLISTS : DwarfSection.RANGES;
    this.bytes = owner.sections().bytes(section);
    this.mask = encoding.allOnes();
  }

  /** The section the lists are in, of the program or of the split unit's file. */
  public DwarfSection section() {
    return section;
  }

  /**
   * Moves before the first range of the list that an attribute names.
   *
   * @param form of {@code DW_AT_ranges}
   * @param value what the attribute holds
   * @return false if it names no list inside the section
   */
  public boolean open(int form, long value) {
    long at = position(form, value);
    if (at < 0 || at >= bytes.length()) {
      return false;
    }
    if (window == null) {
      window = new Window(bytes, at, bytes.length());
    } else {
      window.reset(at, bytes.length());
    }
    base = unit.baseAddress();
    listStart = at;
    isDamaged = false;
    return true;
  }

  private long position(int form, long value) {
    if (form == DW_FORM_rnglistx) {
      return indexed(value);
    }
    if (!unit.isSectionOffset(form)) {
      return -1;
    }
    // Only the lists of the split part count from the base that the skeleton states.
    boolean isSplit = owner != unit;
    return isSplit ? value + owner.attributes().valueOr(DW_AT_GNU_ranges_base, 0) : value;
  }

  private long indexed(long number) {
    long listsBase = unit.rangeListsBase();
    int size = encoding.offsetSize();
    if (number < 0 || number > bytes.length() / size) {
      return -1;
    }
    long at = listsBase + number * size;
    if (!bytes.contains(at, size)) {
      return -1;
    }
    return listsBase + (size == 8 ? bytes.i64(at) : bytes.u32(at));
  }

  /** Moves to the next range; false at the end of the list, or where it cannot be read further. */
  public boolean next() {
    boolean isThere = encoding.version() >= 5 ? nextEntry() : nextPair();
    if (window.isOverrun()) {
      isDamaged = true;
      return false;
    }
    return isThere;
  }

  /** Up to version 4: pairs that count from a base, some of which set that base. */
  private boolean nextPair() {
    int size = encoding.addressSize();
    while (true) {
      long first = window.number(size);
      long second = window.number(size);
      if ((first == 0 && second == 0) || window.isOverrun()) {
        return false;
      }
      if (first != mask) {
        return first == mask - 1 ? set(mask, mask) : setFromBase(first, second);
      }
      base = second;
    }
  }

  private boolean set(long from, long to) {
    start = from & mask;
    end = to & mask;
    return true;
  }

  /** Nothing is added to an address that marks dropped code: the sum would look alive. */
  private boolean setFromBase(long from, long to) {
    return encoding.isTombstone(base) ? set(mask, mask) : set(base + from, base + to);
  }

  private boolean nextEntry() {
    while (!window.isOverrun()) {
      int kind = window.u8();
      switch (kind) {
        case DW_RLE_end_of_list -> {
          return false;
        }
        case DW_RLE_base_addressx -> base = unit.indexedAddress(window.uleb128());
        case DW_RLE_base_address -> base = window.number(encoding.addressSize());
        default -> {
          return entry(kind);
        }
      }
    }
    return false;
  }

  private boolean entry(int kind) {
    int size = encoding.addressSize();
    switch (kind) {
      case DW_RLE_startx_endx -> {
        long from = unit.indexedAddress(window.uleb128());
        return set(from, unit.indexedAddress(window.uleb128()));
      }
      case DW_RLE_startx_length -> {
        return setLength(unit.indexedAddress(window.uleb128()), window.uleb128());
      }
      case DW_RLE_offset_pair -> {
        long from = window.uleb128();
        return setFromBase(from, window.uleb128());
      }
      case DW_RLE_start_end -> {
        long from = window.number(size);
        return set(from, window.number(size));
      }
      case DW_RLE_start_length -> {
        return setLength(window.number(size), window.uleb128());
      }
      default -> {
        isDamaged = true;
        return false;
      }
    }
  }

  private boolean setLength(long from, long length) {
    return encoding.isTombstone(from) ? set(mask, mask) : set(from, from + length);
  }

  /** First address of the range. */
  public long start() {
    return start;
  }

  /** End of the range, exclusive; not above the start if the range is empty or makes no sense. */
  public long end() {
    return end;
  }

  /** First byte of the list in its section. */
  public long listStart() {
    return listStart;
  }

  /** Where reading has got to in the section: the end of the list once it was read. */
  public long position() {
    return window.position();
  }

  /** Whether the list does not end, or has an entry of an unknown kind. */
  public boolean isDamaged() {
    return isDamaged;
  }

  @Override
  public String toString() {
    return section() + ", at " + position();
  }
}
