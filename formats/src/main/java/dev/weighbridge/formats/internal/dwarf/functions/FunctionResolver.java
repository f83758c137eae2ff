package dev.weighbridge.formats.internal.dwarf.functions;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_MIPS_linkage_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_abstract_origin;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_decl_file;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_decl_line;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_linkage_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_specification;

import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.internal.dwarf.program.EntryReader;
import dev.weighbridge.formats.internal.dwarf.program.EntryRef;
import org.jspecify.annotations.Nullable;

/**
 * Follows a function from one entry to the next, until names and declaration are known: a body
 * inlined, what it is an instance of, what that specifies.
 */
final class FunctionResolver {
  /** More steps than any compiler makes; in a damaged file they may go round in a circle. */
  private static final int MAX_STEPS = 16;

  private final DwarfProgram program;
  private final EntryReader reader;
  private @Nullable DwarfUnit fileUnit;
  private @Nullable DwarfTexts linkageTexts;
  private long linkageName;
  private @Nullable DwarfTexts nameTexts;
  private long name;
  private long fileNumber;
  private long line;
  private long declaration;

  FunctionResolver(DwarfProgram program, EntryReader reader) {
    this.program = program;
    this.reader = reader;
  }

  /** Follows a function from its entry. */
  void resolve(long entry) {
    linkageName = DwarfTexts.NONE;
    linkageTexts = null;
    nameTexts = null;
    name = DwarfTexts.NONE;
    fileNumber = -1;
    line = 0;
    declaration = EntryRef.NONE;
    fileUnit = null;
    long at = entry;
    int firstFile = -1;
    int firstRow = -1;
    for (int step = 0; step < MAX_STEPS && at != EntryRef.NONE && reader.moveTo(at); step++) {
      DwarfUnit unit = reader.unit();
      Attributes attributes = reader.cursor().attributes();
      if (step == 0) {
        fileUnit = reader.fileUnit();
        firstFile = reader.file();
        firstRow = reader.row();
      }
      boolean isSameUnit = reader.file() == firstFile && reader.row() == firstRow;
      readNames(unit, attributes, at);
      if (isSameUnit && fileNumber < 0 && attributes.has(DW_AT_decl_file)) {
        // Files of other units would be counted in other lists.
        fileNumber = attributes.valueOr(DW_AT_decl_file, -1);
        line = attributes.valueOr(DW_AT_decl_line, 0);
      }
      long next =
          FunctionRows.reference(program, unit, reader.file(), attributes, DW_AT_abstract_origin);
      if (next == EntryRef.NONE) {
        next =
            FunctionRows.reference(program, unit, reader.file(), attributes, DW_AT_specification);
      }
      if (next == EntryRef.NONE) {
        declaration = at;
      }
      at = next;
    }
  }

  private void readNames(DwarfUnit unit, Attributes attributes, long at) {
    if (linkageName == DwarfTexts.NONE) {
      boolean isNew = attributes.has(DW_AT_linkage_name);
      linkageName = unit.text(attributes, isNew ? DW_AT_linkage_name : DW_AT_MIPS_linkage_name);
      linkageTexts = unit.texts();
    }
    if (name == DwarfTexts.NONE) {
      name = unit.text(attributes, DW_AT_name);
      nameTexts = unit.texts();
      declaration = name == DwarfTexts.NONE ? declaration : at;
    }
  }

  /** The unit whose line program {@link #fileNumber} counts in; null if there is no entry. */
  @Nullable DwarfUnit fileUnit() {
    return fileUnit;
  }

  /** What {@link #linkageName} counts in. */
  @Nullable DwarfTexts linkageTexts() {
    return linkageTexts;
  }

  /** The first linkage name met, a reference; none if there is none. */
  long linkageName() {
    return linkageName;
  }

  /** What {@link #name} counts in. */
  @Nullable DwarfTexts nameTexts() {
    return nameTexts;
  }

  /** The first name met, a reference; none if there is none. */
  long name() {
    return name;
  }

  /** Number of the file of the declaration, in the list of the unit of the entry; -1 if none. */
  long fileNumber() {
    return fileNumber;
  }

  /** Line of the declaration, 0 if none. */
  int line() {
    return line < 0 || line > Integer.MAX_VALUE ? 0 : (int) line;
  }

  /** The entry that the function is declared by, whose place tells what it is in. */
  long declaration() {
    return declaration;
  }
}
