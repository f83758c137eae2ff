package dev.weighbridge.formats.internal.dwarf.functions;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_location;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_exprloc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_OP_GNU_addr_index;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_OP_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_OP_addrx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_OP_plus_uconst;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_variable;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.dwarf.AbbreviationTables;
import dev.weighbridge.formats.dwarf.Abbreviations;
import dev.weighbridge.formats.dwarf.AttributeChoice;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.EntryCursor;
import dev.weighbridge.formats.internal.dwarf.program.BarrenClasses;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.internal.dwarf.program.EntryRef;
import dev.weighbridge.formats.internal.dwarf.program.ProgramTables;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the variables in the trees of units that have one address: those of files, namespaces and
 * classes, and the static ones of functions. Those of threads have none.
 */
final class VariableReader {
  private static final long NONE = 0;

  private final DwarfProgram program;
  private final Diagnostics diagnostics = new Diagnostics();
  private final ProgramTables tables;
  private final LongColumn addresses = new LongColumn(0);
  private final LongColumn entries = new LongColumn(0);
  private final BarrenClasses barren;
  private @Nullable AttributeChoice locations;
  private @Nullable ScopeShapes shapes;

  VariableReader(DwarfProgram program, ProgramTables tables) {
    this.program = program;
    this.tables = tables;
    this.barren = new BarrenClasses(program);
  }

  /** Reads the variables of a unit. */
  void read(int row) {
    int file = program.splitFile(row);
    DwarfUnit unit = program.full(row);
    AbbreviationTables ofFile = tables.of(file, program.ownOrSplit(file));
    EntryCursor entry = unit.entries(ofFile);
    Optional<Abbreviations> table = ofFile.at(unit.abbreviations());
    if (table.isPresent()) {
      walk(entry, unit, file, choice(table.get(), unit), shapes(table.get()));
    } else {
      // A cursor without a table has a defect and no entry.
      entry.next();
    }
    entry.defect().ifPresent(diagnostics::add);
  }

  /** Units share tables: the choice for the last one is kept. */
  private AttributeChoice choice(Abbreviations table, DwarfUnit unit) {
    AttributeChoice known = locations;
    if (known == null || !known.isOf(table, unit.encoding())) {
      known =
          AttributeChoice.of(
              table, unit.encoding(), (name, form) -> name == DW_AT_location && isExpression(form));
      locations = known;
    }
    return known;
  }

  private ScopeShapes shapes(Abbreviations of) {
    ScopeShapes known = shapes;
    if (known == null || !known.areOf(of)) {
      known = new ScopeShapes(of);
      shapes = known;
    }
    return known;
  }

  private static boolean isExpression(int form) {
    return form == DW_FORM_exprloc || form == DW_FORM_block1 || form == DW_FORM_block;
  }

  private void walk(
      EntryCursor entry, DwarfUnit unit, int file, AttributeChoice choice, ScopeShapes of) {
    boolean areClassesBarren = barren.areIn(unit, file);
    // How deep the namespaces at hand go.
    int named = 0;
    while (entry.next()) {
      int depth = entry.depth();
      boolean isOutside = depth <= named + 1;
      named = Math.min(named, Math.max(0, depth - 1));
      switch (of.shape(entry.abbreviation())) {
        case ScopeShapes.LEAF -> variable(entry, unit, file, choice);
        case ScopeShapes.BARREN -> entry.skipChildren();
        case ScopeShapes.CLASS -> {
          if (isOutside && areClassesBarren) {
            entry.skipChildren();
          }
        }
        case ScopeShapes.NAMESPACE -> named = isOutside ? depth : named;
        default -> {}
      }
    }
  }

  private void variable(EntryCursor entry, DwarfUnit unit, int file, AttributeChoice choice) {
    if (entry.tag() == DW_TAG_variable && choice.hasAny(entry.abbreviation())) {
      long address = address(unit, entry.attributes(choice));
      if (address != NONE) {
        addresses.add(address);
        entries.add(EntryRef.of(file, unit.header().section(), entry.offset()));
      }
    }
  }

  /** The address that an expression is, 0 if it is none or that of what the linker dropped. */
  private static long address(DwarfUnit unit, Attributes of) {
    int found = of.find(DW_AT_location);
    Bytes bytes = unit.sections().bytes(unit.header().section());
    if (found < 0 || !isExpression(of.form(found))) {
      return NONE;
    }
    long end = of.value(found) + of.length(found);
    if (of.length(found) < 2 || !bytes.contains(of.value(found), of.length(found))) {
      return NONE;
    }
    Window in = new Window(bytes, of.value(found), end);
    long address =
        switch (in.u8()) {
          case DW_OP_addr -> in.number(unit.encoding().addressSize());
          case DW_OP_addrx, DW_OP_GNU_addr_index -> unit.indexedAddress(in.uleb128());
          default -> NONE;
        };
    if (in.isOverrun() || address == NONE || unit.encoding().isTombstone(address)) {
      return NONE;
    }
    if (in.remaining() > 0) {
      // Compilers put several small variables into one, and count from that. Anything else makes a
      // value of the address, or something of a thread.
      address = in.u8() == DW_OP_plus_uconst ? address + in.uleb128() : NONE;
    }
    return in.isOverrun() || in.remaining() > 0 ? NONE : address;
  }

  /** How many variables were found; one that several units tell of is there several times. */
  int count() {
    return entries.count();
  }

  /** Address of a variable. */
  long address(int variable) {
    return addresses.get(variable);
  }

  /** The entry of a variable. */
  long entry(int variable) {
    return entries.get(variable);
  }

  /** What was wrong with units. */
  Diagnostics diagnostics() {
    return diagnostics;
  }
}
