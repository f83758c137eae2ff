package dev.weighbridge.formats.internal.dwarf.functions;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_call_column;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_call_file;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_call_line;

import dev.weighbridge.formats.dwarf.AbbreviationTables;
import dev.weighbridge.formats.dwarf.Abbreviations;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.EntryCursor;
import dev.weighbridge.formats.internal.dwarf.program.BarrenClasses;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.internal.dwarf.program.LiveRanges;
import dev.weighbridge.formats.internal.dwarf.program.ProgramTables;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bodies of functions in the trees of units: where they lie, and what was inlined where.
 *
 * <p>Blocks, call sites and namespaces are passed through. A body is cut to the one that it was
 * inlined into: tools that rewrite programs leave inlined pieces outside of their functions.
 */
final class ScopeReader {
  private static final int NONE = -1;

  private final DwarfProgram program;
  private final Diagnostics diagnostics = new Diagnostics();
  private final ScopeRows rows = new ScopeRows();
  private final LiveRanges ranges;
  private final ScopeBounds bounds;
  private final ProgramTables tables;
  private final BarrenClasses barren;
  private @Nullable ScopeShapes shapes;
  private int unitRow;
  private int file;

  // read() fills it for each unit.
  @SuppressWarnings("NullAway.Init")
  private DwarfUnit unit;

  /** What holds for the children of the entry at each depth, counted from 1; 0 is outside. */
  private int[] scopes = new int[64];

  private int[] depths = new int[64];
  private int[] limits = new int[64];

  /**
   * A reader that has read nothing yet.
   *
   * @param tables of all readers
   * @param readers how many there are for all units together
   */
  ScopeReader(DwarfProgram program, ProgramTables tables, int readers) {
    this.program = program;
    this.ranges = new LiveRanges(program, readers);
    this.bounds = new ScopeBounds(rows);
    this.tables = tables;
    this.barren = new BarrenClasses(program);
    scopes[0] = NONE;
    limits[0] = NONE;
  }

  /** Reads the bodies of a unit. */
  void read(int row) {
    unitRow = row;
    file = program.splitFile(row);
    unit = program.full(row);
    AbbreviationTables ofFile = tables.of(file, program.ownOrSplit(file));
    ranges.open(unit);
    EntryCursor entry = unit.entries(ofFile);
    Optional<Abbreviations> table = ofFile.at(unit.abbreviations());
    if (table.isPresent()) {
      walk(entry, shapes(table.get()));
    } else {
      // A cursor without a table has a defect and no entry.
      entry.next();
    }
    entry.defect().ifPresent(diagnostics::add);
  }

  /** Units share tables: those of the last one are kept. */
  private ScopeShapes shapes(Abbreviations of) {
    ScopeShapes known = shapes;
    if (known == null || !known.areOf(of)) {
      known = new ScopeShapes(of);
      shapes = known;
    }
    return known;
  }

  private void walk(EntryCursor entry, ScopeShapes of) {
    boolean areClassesBarren = barren.areIn(unit, file);
    // How deep the namespaces at hand go; what is below them is on its own.
    int named = 0;
    while (entry.next()) {
      int depth = entry.depth();
      if (depth >= Limits.MAX_ENTRY_DEPTH) {
        entry.skipChildren();
        continue;
      }
      boolean isOutside = depth <= named + 1;
      named = Math.min(named, Math.max(0, depth - 1));
      byte shape = of.shape(entry.abbreviation());
      switch (shape) {
        case ScopeShapes.LEAF -> {}
        case ScopeShapes.BARREN -> entry.skipChildren();
        case ScopeShapes.FUNCTION -> function(entry, false);
        case ScopeShapes.INLINED -> function(entry, true);
        case ScopeShapes.NO_CODE -> context(depth, NONE, depths[depth], NONE);
        default -> {
          if (shape == ScopeShapes.CLASS && isOutside && areClassesBarren) {
            entry.skipChildren();
          } else {
            context(depth, scopes[depth], depths[depth], limits[depth]);
            named = shape == ScopeShapes.NAMESPACE && isOutside ? depth : named;
          }
        }
      }
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
    Attributes attributes = entry.attributes();
    ranges.read(attributes);
    if (isInlined && ranges.count() == 0) {
      context(at, parent, depths[at], limit);
      return;
    }
    bounds.cut(ranges, limit);
    if (bounds.count() == 0) {
      // Dropped by the linker with all that was inlined into it, or outside of its function.
      entry.skipChildren();
      return;
    }
    long function = FunctionRows.key(program, unit, file, attributes, entry.offset());
    int scope = rows.add(function, parent, isInlined, depths[at], unitRow);
    for (int i = 0; i < bounds.count(); i++) {
      rows.range(bounds.start(i), bounds.end(i));
    }
    if (isInlined) {
      call(scope, attributes);
    }
    context(at, scope, depths[at] + 1, scope);
  }

  private void call(int scope, Attributes entry) {
    rows.call(
        scope,
        number(entry.valueOr(DW_AT_call_file, -1), -1),
        number(entry.valueOr(DW_AT_call_line, 0), 0),
        number(entry.valueOr(DW_AT_call_column, 0), 0));
  }

  private static int number(long value, int absent) {
    return value < 0 || value > Integer.MAX_VALUE ? absent : (int) value;
  }

  /** The bodies read so far. */
  ScopeRows rows() {
    return rows;
  }

  /** What was wrong with units. */
  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Adds what was wrong with the ranges that another one read. */
  void addProblems(ScopeReader other) {
    ranges.addProblems(other.ranges);
    bounds.addProblems(other.bounds);
  }

  /** Tells what was wrong with ranges. */
  void report(Diagnostics to) {
    ranges.report(to);
    bounds.report(to);
  }
}
