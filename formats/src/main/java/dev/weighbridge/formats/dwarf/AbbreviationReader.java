package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_implicit_const;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/** Decodes a table of abbreviations into columns. DWARF 5, 7.5.3. */
final class AbbreviationReader {
  /** Numbers above are of no known name or form, and are kept as this. */
  private static final int UNKNOWN = 0xFFFF;

  private final Window window;
  private final long limit;
  final long start;
  final LongColumn codes = new LongColumn(0);
  final IntColumn tags = new IntColumn(0);
  final ByteColumn children = new ByteColumn(0);
  final IntColumn firsts = new IntColumn(0);
  final IntColumn names = new IntColumn(0);
  final IntColumn forms = new IntColumn(0);
  final LongColumn constants = new LongColumn(0);
  long end;
  boolean isComplete;
  boolean hasConstants;

  AbbreviationReader(Bytes section, long start, long limit) {
    this.window = new Window(section, start, limit);
    this.start = start;
    this.limit = limit;
    this.end = start;
  }

  /** Reads the whole table. */
  void read() {
    while (next()) {
      // One abbreviation after the other.
    }
    firsts.add(names.count());
  }

  /** Reads up to the abbreviation of a code. */
  void readTo(long code) {
    while (next() && codes.get(codes.count() - 1) != code) {
      // One abbreviation after the other.
    }
    firsts.add(names.count());
  }

  /** Reads an abbreviation; false at the end of the table, or where it is cut short. */
  private boolean next() {
    long code = window.uleb128();
    if (code == 0) {
      isComplete = !window.isOverrun();
      end = isComplete ? window.position() : limit;
      return false;
    }
    int first = names.count();
    int tag = limited(window.uleb128());
    int hasChildren = window.u8();
    while (attribute()) {
      // Until a pair of zeros.
    }
    if (window.isOverrun()) {
      end = limit;
      return false;
    }
    codes.add(code);
    tags.add(tag);
    children.add((byte) (hasChildren == 0 ? 0 : 1));
    firsts.add(first);
    end = window.position();
    return true;
  }

  private boolean attribute() {
    long name = window.uleb128();
    long form = window.uleb128();
    long constant = form == DW_FORM_implicit_const ? window.sleb128() : 0;
    if ((name == 0 && form == 0) || window.isOverrun()) {
      return false;
    }
    names.add(limited(name));
    forms.add(limited(form));
    constants.add(constant);
    hasConstants |= form == DW_FORM_implicit_const;
    return true;
  }

  private static int limited(long number) {
    return number >= 0 && number < UNKNOWN ? (int) number : UNKNOWN;
  }
}
