package dev.weighbridge.formats.internal.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_call_column;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_call_file;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_call_line;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_low_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_ranges;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_array_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_enumeration_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_inlined_subroutine;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subprogram;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subroutine_type;

import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.dwarf.AbbreviationTables;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.EntryCursor;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import java.util.Arrays;

/**
 * Finds the bodies of functions in the trees of units: where they lie, and what was inlined where.
 *
 * <p>Blocks, call sites and namespaces are passed through. A body is cut to the one that it was
 * inlined into: tools that rewrite programs leave inlined pieces outside of their functions.
 */
final class ScopeReader {
  private static final int NONE = -1;

  private final DwarfProgram program;
  private final InlineTable.Builder table;
  private final FunctionRows functions;
  private final SourceRows sources;
  private final Diagnostics diagnostics;
  private final LiveRanges ranges;
  private final ScopeBounds bounds;
  private final AbbreviationTables[] tables;
  private int unitRow;
  private int file;

  // read() fills it for each unit.
  @SuppressWarnings("NullAway.Init")
  private DwarfUnit unit;

  /** What holds for the children of the entry at each depth, counted from 1; 0 is outside. */
  private int[] scopes = new int[64];

  private int[] depths = new int[64];
  private int[] limits = new int[64];

  ScopeReader(
      DwarfProgram program,
      InlineTable.Builder table,
      FunctionRows functions,
      SourceRows sources,
      Diagnostics diagnostics) {
    this.program = program;
    this.table = table;
    this.functions = functions;
    this.sources = sources;
    this.diagnostics = diagnostics;
    this.ranges = new LiveRanges(program, diagnostics);
    this.bounds = new ScopeBounds(table);
    this.tables = new AbbreviationTables[program.supplementaryFile()];
    scopes[0] = NONE;
    limits[0] = NONE;
  }

  /** Adds the scopes of a unit. */
  void read(int row) {
    unitRow = row;
    file = program.splitFile(row);
    unit = program.full(row);
    if (tables[file] == null) {
      tables[file] = program.ownOrSplit(file).abbreviationTables();
    }
    ranges.open(unit);
    EntryCursor entry = unit.entries(tables[file]);
    while (entry.next()) {
      if (entry.depth() >= Limits.MAX_ENTRY_DEPTH) {
        entry.skipChildren();
        continue;
      }
      switch (entry.tag()) {
        case DW_TAG_subprogram -> function(entry, false);
        case DW_TAG_inlined_subroutine -> function(entry, true);
        case DW_TAG_enumeration_type, DW_TAG_array_type, DW_TAG_subroutine_type ->
            // Not so classes: where types have units of their own, gcc puts bodies into them.
            entry.skipChildren();
        default -> inherit(entry);
      }
    }
    entry.defect().ifPresent(diagnostics::add);
  }

  private void inherit(EntryCursor entry) {
    if (entry.hasChildren()) {
      int at = entry.depth();
      context(at, scopes[at], depths[at], limits[at]);
    }
  }

  /** Says what holds for the children of the entry at a depth. */
  private void context(int depth, int scope, int scopeDepth, int limit) {
    int at = depth + 1;
    if (at == scopes.length) {
      scopes = Arrays.copyOf(scopes, 2 * at);
      depths = Arrays.copyOf(depths, 2 * at);
      limits = Arrays.copyOf(limits, 2 * at);
    }
    scopes[at] = scope;
    depths[at] = scopeDepth;
    limits[at] = limit;
  }

  private void function(EntryCursor entry, boolean isInlined) {
    int at = entry.depth();
    int limit = isInlined ? limits[at] : NONE;
    int parent = isInlined ? scopes[at] : NONE;
    boolean mayHaveCode = entry.has(DW_AT_low_pc) || entry.has(DW_AT_ranges);
    if (mayHaveCode) {
      ranges.read(entry.attributes());
    }
    if (!mayHaveCode || (isInlined && ranges.count() == 0)) {
      context(at, parent, depths[at], limit);
      return;
    }
    bounds.cut(ranges, limit);
    if (bounds.count() == 0) {
      // Dropped by the linker with all that was inlined into it, or outside of its function.
      entry.skipChildren();
      return;
    }
    Attributes attributes = entry.attributes();
    int function = functions.row(unit, file, unitRow, attributes, entry.offset());
    int scope = table.add(function, parent, isInlined, unitRow);
    for (int i = 0; i < bounds.count(); i++) {
      table.range(bounds.start(i), bounds.end(i), depths[at]);
    }
    if (isInlined) {
      call(scope, attributes);
    }
    context(at, scope, depths[at] + 1, scope);
  }

  private void call(int scope, Attributes entry) {
    long callFile = entry.valueOr(DW_AT_call_file, -1);
    if (callFile >= 0) {
      sources.open(unit.skeleton().orElse(unit));
    }
    table.call(
        scope,
        callFile < 0 ? -1 : sources.row(callFile),
        number(entry.valueOr(DW_AT_call_line, 0)),
        number(entry.valueOr(DW_AT_call_column, 0)));
  }

  private static int number(long value) {
    return value < 0 || value > Integer.MAX_VALUE ? 0 : (int) value;
  }

  /** Tells what was wrong with ranges. */
  void report() {
    ranges.report();
    bounds.report(diagnostics);
  }
}
