package dev.weighbridge.formats.internal.dwarf.functions;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_declaration;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_low_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_ranges;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_array_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_class_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_enumeration_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_inlined_subroutine;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_namespace;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_structure_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subprogram;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subroutine_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_union_type;

import dev.weighbridge.formats.dwarf.Abbreviations;
import dev.weighbridge.formats.work.Work;

/** What the entries of each abbreviation of a table are for who looks for bodies of functions. */
final class ScopeShapes {
  /** Nothing is below it, and it is no body. */
  static final byte LEAF = 0;

  /** Bodies may be below it. */
  static final byte PASSED = 1;

  /** No body is below it. */
  static final byte BARREN = 2;

  /** Bodies of other functions may be below it, by name. */
  static final byte NAMESPACE = 3;

  /** A class. */
  static final byte CLASS = 4;

  /** A function with code. */
  static final byte FUNCTION = 5;

  /** A function without code: bodies below it are on their own. */
  static final byte NO_CODE = 6;

  /** A function that was inlined, with code. */
  static final byte INLINED = 7;

  private final Abbreviations table;
  private final byte[] shapes;

  ScopeShapes(Abbreviations table) {
    this.table = table;
    shapes = new byte[table.count()];
    for (int row = 0; row < shapes.length; row++) {
      Work.checkAt(row);
      shapes[row] = shape(table, row);
    }
  }

  private static byte shape(Abbreviations table, int row) {
    boolean isParent = table.hasChildren(row);
    boolean mayHaveCode = table.find(row, DW_AT_low_pc) >= 0 || table.find(row, DW_AT_ranges) >= 0;
    return switch (table.tag(row)) {
      case DW_TAG_subprogram -> {
        boolean isDeclared = !mayHaveCode && table.find(row, DW_AT_declaration) >= 0;
        yield mayHaveCode ? FUNCTION : !isParent ? LEAF : isDeclared ? BARREN : NO_CODE;
      }
      case DW_TAG_inlined_subroutine -> mayHaveCode ? INLINED : isParent ? PASSED : LEAF;
      case DW_TAG_enumeration_type, DW_TAG_array_type, DW_TAG_subroutine_type ->
          isParent ? BARREN : LEAF;
      case DW_TAG_namespace -> isParent ? NAMESPACE : LEAF;
      case DW_TAG_structure_type, DW_TAG_class_type, DW_TAG_union_type -> isParent ? CLASS : LEAF;
      default -> isParent ? PASSED : LEAF;
    };
  }

  /** Whether these are those of a table. */
  boolean areOf(Abbreviations of) {
    return table == of;
  }

  /** What entries of an abbreviation are. */
  byte shape(int abbreviation) {
    return shapes[abbreviation];
  }
}
