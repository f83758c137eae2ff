package dev.weighbridge.formats.internal.dwarf.functions;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_byte_size;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_count;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_language;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_lower_bound;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_upper_bound;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_implicit_const;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_sdata;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_udata;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_array_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_atomic_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_const_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_pointer_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subrange_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_typedef;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_volatile_type;

import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.EntryCursor;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.internal.dwarf.program.EntryReader;
import dev.weighbridge.formats.internal.dwarf.program.EntryRef;

/** How many bytes a value of a type takes, where that is easily told. */
final class TypeSizes {
  /** It is not known. */
  static final long UNKNOWN = 0;

  /** More steps than any compiler makes; in a damaged file they may go round in a circle. */
  private static final int MAX_STEPS = 16;

  /** More dimensions than any array has. */
  private static final int MAX_DIMENSIONS = 16;

  /** More than any variable takes. */
  private static final long MAX_SIZE = 1L << 40;

  /** Ada, Cobol, Fortran, Pascal, Modula, PL/I and Julia, by their numbers. */
  private static final long COUNTING_FROM_ONE =
      1L << 0x3
          | 1L << 0x5
          | 1L << 0x6
          | 1L << 0x7
          | 1L << 0x8
          | 1L << 0x9
          | 1L << 0xa
          | 1L << 0xd
          | 1L << 0xe
          | 1L << 0xf
          | 1L << 0x17
          | 1L << 0x1f
          | 1L << 0x22
          | 1L << 0x23
          | 1L << 0x2d
          | 1L << 0x2e
          | 1L << 0x2f;

  private final DwarfProgram program;
  private final EntryReader reader;

  TypeSizes(DwarfProgram program, EntryReader reader) {
    this.program = program;
    this.reader = reader;
  }

  /** The size of the type of an entry; moves the reader. */
  long of(long type) {
    long elements = 1;
    long at = type;
    for (int step = 0; step < MAX_STEPS && at != EntryRef.NONE && reader.moveTo(at); step++) {
      Attributes entry = reader.cursor().attributes();
      long stated = constant(entry, DW_AT_byte_size, -1);
      int tag = reader.cursor().tag();
      if (stated < 0 && tag == DW_TAG_pointer_type) {
        stated = reader.unit().encoding().addressSize();
      }
      if (stated >= 0) {
        return product(elements, stated);
      }
      at = FunctionRows.reference(program, reader.unit(), reader.file(), entry, DW_AT_type);
      switch (tag) {
        case DW_TAG_array_type -> elements = product(elements, elements());
        case DW_TAG_typedef, DW_TAG_const_type, DW_TAG_volatile_type, DW_TAG_atomic_type -> {}
        default -> {
          return UNKNOWN;
        }
      }
    }
    return UNKNOWN;
  }

  private static long product(long a, long b) {
    boolean isKnown = a > 0 && b > 0 && a <= MAX_SIZE / b;
    return isKnown ? a * b : UNKNOWN;
  }

  /** How many elements the array has that the reader stands on. */
  private long elements() {
    EntryCursor cursor = reader.cursor();
    if (!cursor.hasChildren()) {
      return UNKNOWN;
    }
    int above = cursor.depth();
    long all = 1;
    int dimensions = 0;
    while (cursor.next() && cursor.depth() > above) {
      if (cursor.tag() != DW_TAG_subrange_type || ++dimensions > MAX_DIMENSIONS) {
        return UNKNOWN;
      }
      all = product(all, elements(cursor.attributes(), countsFromOne()));
    }
    return dimensions == 0 ? UNKNOWN : all;
  }

  /** Whether arrays count from 1 where nothing else is said. DWARF 5, table 7.17. */
  private boolean countsFromOne() {
    long language = reader.unit().attributes().valueOr(DW_AT_language, 0);
    return language > 0 && language < Long.SIZE && (COUNTING_FROM_ONE >>> language & 1) != 0;
  }

  private static long elements(Attributes range, boolean isFromOne) {
    long count = constant(range, DW_AT_count, -1);
    if (count >= 0) {
      return count;
    }
    long last = constant(range, DW_AT_upper_bound, -1);
    long first = constant(range, DW_AT_lower_bound, isFromOne ? 1 : 0);
    return last < first || first < -MAX_SIZE || last > MAX_SIZE ? UNKNOWN : last - first + 1;
  }

  /** A number that an entry states as such, another one if it does not. */
  private static long constant(Attributes of, int name, long absent) {
    int found = of.find(name);
    return found >= 0 && isConstant(of.form(found)) ? of.value(found) : absent;
  }

  private static boolean isConstant(int form) {
    return switch (form) {
      case DW_FORM_data1,
          DW_FORM_data2,
          DW_FORM_data4,
          DW_FORM_data8,
          DW_FORM_sdata,
          DW_FORM_udata,
          DW_FORM_implicit_const ->
          true;
      default -> false;
    };
  }
}
