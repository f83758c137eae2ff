package dev.weighbridge.formats.dwarf.lists;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_loclistx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_GNU_base_address_selection_entry;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_GNU_offset_pair_entry;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_GNU_start_end_entry;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_GNU_start_length_entry;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_GNU_view_pair;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_base_address;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_base_addressx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_default_location;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_end_of_list;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_offset_pair;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_start_end;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_start_length;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_startx_endx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LLE_startx_length;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.Encoding;
import java.util.Objects;

/**
 * Reads location lists of a unit: where a variable is while the code runs. DWARF 5, 2.6.2; DWARF 4,
 * 2.6.2; split units of version 4 have kinds of their own, wiki "DebugFission".
 *
 * <p>Addresses are passed over; what is told is which bytes each list and each expression takes.
 * Not for use by several threads.
 */
public final class LocationCursor {
  private final DwarfUnit unit;
  private final Encoding encoding;
  private final DwarfSection section;
  private final Bytes bytes;

  // The first open() fills it.
  @SuppressWarnings("NullAway.Init")
  private Window window;

  private long listStart;
  private long expressionStart;
  private long expressionLength;
  private boolean isDamaged;

  /** A cursor for the lists of a unit. */
  public LocationCursor(DwarfUnit unit) {
    Objects.requireNonNull(unit, "unit");
    this.unit = unit;
    this.encoding = unit.encoding();
    this.section = encoding.version() >= 5 ? DwarfSection.LOCLISTS : DwarfSection.LOC;
    this.bytes = unit.sections().bytes(section);
  }

  /** The section the lists are in, of the file of the unit. */
  public DwarfSection section() {
    return section;
  }

  /**
   * Moves before the first location of the list that an attribute names.
   *
   * @param form of {@code DW_AT_location} or any other attribute that may name such a list
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
    listStart = at;
    isDamaged = false;
    return true;
  }

  private long position(int form, long value) {
    if (form != DW_FORM_loclistx) {
      return unit.isSectionOffset(form) ? unit.contribution(section) + value : -1;
    }
    long base = unit.locationListsBase();
    int size = encoding.offsetSize();
    boolean isPossible = value >= 0 && value <= bytes.length() / size;
    if (!isPossible || !bytes.contains(base + value * size, size)) {
      return -1;
    }
    long at = base + value * size;
    return base + (size == 8 ? bytes.i64(at) : bytes.u32(at));
  }

  /** Moves to the next location; false at the end of the list, or where it cannot be read. */
  public boolean next() {
    boolean isThere;
    if (encoding.version() >= 5) {
      isThere = nextEntry();
    } else {
      isThere = unit.sections().isSplit() ? nextGnuEntry() : nextPair();
    }
    if (window.isOverrun()) {
      isDamaged = true;
      return false;
    }
    return isThere;
  }

  private boolean nextPair() {
    int size = encoding.addressSize();
    while (true) {
      long first = window.number(size);
      long second = window.number(size);
      if ((first == 0 && second == 0) || window.isOverrun()) {
        return false;
      }
      if (first != encoding.allOnes()) {
        return expression(window.u16());
      }
    }
  }

  private boolean nextGnuEntry() {
    while (!window.isOverrun()) {
      int kind = window.u8();
      switch (kind) {
        case DW_LLE_end_of_list -> {
          return false;
        }
        case DW_LLE_GNU_base_address_selection_entry -> window.passLeb128();
        case DW_LLE_GNU_start_end_entry -> {
          window.passLeb128();
          window.passLeb128();
          return expression(window.u16());
        }
        case DW_LLE_GNU_start_length_entry -> {
          window.passLeb128();
          window.skip(4);
          return expression(window.u16());
        }
        case DW_LLE_GNU_offset_pair_entry -> {
          window.skip(8);
          return expression(window.u16());
        }
        default -> {
          return unknown();
        }
      }
    }
    return false;
  }

  private boolean nextEntry() {
    while (!window.isOverrun()) {
      int kind = window.u8();
      switch (kind) {
        case DW_LLE_end_of_list -> {
          return false;
        }
        case DW_LLE_base_addressx -> window.passLeb128();
        case DW_LLE_base_address -> window.skip(encoding.addressSize());
        case DW_LLE_GNU_view_pair -> passPair();
        case DW_LLE_startx_endx, DW_LLE_startx_length, DW_LLE_offset_pair -> {
          passPair();
          return expression(window.uleb128());
        }
        case DW_LLE_start_end -> {
          window.skip(2L * encoding.addressSize());
          return expression(window.uleb128());
        }
        case DW_LLE_start_length -> {
          window.skip(encoding.addressSize());
          window.passLeb128();
          return expression(window.uleb128());
        }
        case DW_LLE_default_location -> {
          return expression(window.uleb128());
        }
        default -> {
          return unknown();
        }
      }
    }
    return false;
  }

  private void passPair() {
    window.passLeb128();
    window.passLeb128();
  }

  private boolean expression(long length) {
    expressionStart = window.position();
    expressionLength = length;
    window.skip(length);
    return true;
  }

  private boolean unknown() {
    isDamaged = true;
    return false;
  }

  /** First byte of the expression of the location in the section of the list. */
  public long expressionStart() {
    return expressionStart;
  }

  /** Bytes of the expression. */
  public long expressionLength() {
    return expressionLength;
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
