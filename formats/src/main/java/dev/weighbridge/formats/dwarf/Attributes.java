package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_implicit_const;

import dev.weighbridge.formats.bytes.Window;
import java.util.Arrays;

/**
 * The attributes of one entry as columns, in the order of its abbreviation.
 *
 * <p>Values are raw: what a number means depends on the form, and {@link DwarfUnit} answers that. A
 * cursor has one such object, which it fills anew for each entry.
 */
public final class Attributes {
  private final FormReader reader = new FormReader();
  private int count;
  private int[] names = new int[16];
  private int[] forms = new int[16];
  private long[] values = new long[16];
  private long[] lengths = new long[16];

  Attributes() {}

  /** A copy, which stays as it is. */
  Attributes copy() {
    Attributes copy = new Attributes();
    copy.count = count;
    copy.names = Arrays.copyOf(names, count);
    copy.forms = Arrays.copyOf(forms, count);
    copy.values = Arrays.copyOf(values, count);
    copy.lengths = Arrays.copyOf(lengths, count);
    return copy;
  }

  /** How many attributes there are. */
  public int count() {
    return count;
  }

  /** One of the {@code DW_AT_} constants, raw if unknown. */
  public int name(int index) {
    return names[index];
  }

  /** One of the {@code DW_FORM_} constants, never {@code DW_FORM_indirect}. */
  public int form(int index) {
    return forms[index];
  }

  /**
   * The number that an attribute holds: an address, a constant, an offset, an index, a reference,
   * as its form says. Of text in the entry itself and of a block, where in the section it begins.
   */
  public long value(int index) {
    return values[index];
  }

  /** Bytes of a block, or of text in the entry itself without its NUL; else 0. */
  public long length(int index) {
    return lengths[index];
  }

  /** Index of the first attribute of a name, -1 if there is none. */
  public int find(int name) {
    for (int i = 0; i < count; i++) {
      if (names[i] == name) {
        return i;
      }
    }
    return -1;
  }

  /** Whether there is an attribute of a name. */
  public boolean has(int name) {
    return find(name) >= 0;
  }

  /** The number that an attribute of a name holds, another one if there is none. */
  public long valueOr(int name, long absent) {
    int index = find(name);
    return index < 0 ? absent : values[index];
  }

  void clear() {
    count = 0;
  }

  /** Reads the attributes of an abbreviation; false at a form that is not known. */
  boolean read(Window window, Abbreviations table, int row, byte[] sizes, Encoding encoding) {
    int first = table.firstAttribute(row);
    int wanted = table.firstAttribute(row + 1) - first;
    if (wanted > names.length) {
      grow(wanted);
    }
    count = 0;
    for (int at = first; at < first + wanted; at++) {
      if (!add(window, table, at, sizes[at], encoding)) {
        return false;
      }
    }
    return true;
  }

  /** Reads those attributes of an abbreviation that are wanted; false at an unknown form. */
  boolean read(
      Window window,
      Abbreviations table,
      int row,
      byte[] sizes,
      Encoding encoding,
      AttributeChoice choice) {
    int end = choice.first(row + 1);
    int first = choice.first(row);
    if (end - first > names.length) {
      grow(end - first);
    }
    count = 0;
    for (int step = first; step < end; step++) {
      window.skip(choice.before(step));
      int at = choice.attribute(step);
      if (at >= 0 && !choice.isWanted(at)) {
        if (!Forms.skip(window, table.form(at), encoding)) {
          return false;
        }
      } else if (at >= 0 && !add(window, table, at, sizes[at], encoding)) {
        return false;
      }
    }
    return true;
  }

  private boolean add(Window window, Abbreviations table, int at, int size, Encoding encoding) {
    int form = table.form(at);
    names[count] = table.name(at);
    lengths[count] = 0;
    forms[count] = form;
    if (size > 0 && size <= 8) {
      values[count] = window.number(size);
    } else if (form == DW_FORM_implicit_const) {
      values[count] = table.constant(at);
    } else if (reader.read(window, form, encoding)) {
      forms[count] = reader.form();
      values[count] = reader.value();
      lengths[count] = reader.length();
    } else {
      return false;
    }
    count++;
    return true;
  }

  private void grow(int wanted) {
    int size = Math.max(wanted, 2 * names.length);
    names = Arrays.copyOf(names, size);
    forms = Arrays.copyOf(forms, size);
    values = Arrays.copyOf(values, size);
    lengths = Arrays.copyOf(lengths, size);
  }

  @Override
  public String toString() {
    return count + " attributes";
  }
}
