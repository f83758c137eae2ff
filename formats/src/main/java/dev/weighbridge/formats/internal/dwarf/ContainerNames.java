package dev.weighbridge.formats.internal.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_language;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_class_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_enumeration_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_namespace;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_structure_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subprogram;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_union_type;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.dwarf.AbbreviationTables;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.EntryCursor;
import dev.weighbridge.formats.problems.Limits;
import java.util.Arrays;

/**
 * Finds what functions without a linkage name are in: namespaces, classes, functions. Entries do
 * not say which one they are below, so units with such functions are walked once more.
 */
final class ContainerNames {
  private static final int NONE = -1;
  private static final int NOT_ASKED = -2;

  private final DwarfProgram program;
  private final FunctionResolver resolver;
  private final FunctionNames.Builder names;
  private final IntColumn functions = new IntColumn(0);
  private final LongColumn declarations = new LongColumn(0);

  /** The entries above the one at hand, by depth: where each is, and its row once asked for. */
  private long[] above = new long[64];

  private int[] tags = new int[64];
  private int[] rows = new int[64];

  ContainerNames(DwarfProgram program, FunctionResolver resolver, FunctionNames.Builder names) {
    this.program = program;
    this.resolver = resolver;
    this.names = names;
  }

  /** Notes that it is to be found what a function is in, by the entry that declares it. */
  void want(int function, long declaration) {
    functions.add(function);
    declarations.add(declaration);
  }

  /** Finds all that was asked for. */
  void find() {
    long[] wanted = declarations.freeze();
    int[] order = Order.ascending(wanted, wanted.length);
    AbbreviationTables tables = null;
    int file = NONE;
    for (int from = 0; from < order.length; ) {
      long first = wanted[order[from]];
      Dwarf dwarf = program.file(EntryRef.file(first));
      int unit = dwarf == null ? NONE : unit(dwarf, first);
      if (unit == NONE) {
        from++;
        continue;
      }
      if (tables == null || EntryRef.file(first) != file) {
        file = EntryRef.file(first);
        tables = dwarf.abbreviationTables();
      }
      int to = from + 1;
      while (to < order.length && isIn(dwarf, unit, file, wanted[order[to]])) {
        to++;
      }
      DwarfUnit in = dwarf.unit(unit);
      if (!DwarfLanguages.isFlat(in.attributes().valueOr(DW_AT_language, 0))) {
        walk(in, in.entries(tables), file, wanted, Arrays.copyOfRange(order, from, to));
      }
      from = to;
    }
  }

  private static int unit(Dwarf dwarf, long entry) {
    return dwarf.units().unitAt(EntryRef.section(entry), EntryRef.offset(entry));
  }

  private static boolean isIn(Dwarf dwarf, int unit, int file, long entry) {
    return EntryRef.file(entry) == file
        && EntryRef.section(entry) == dwarf.units().section(unit)
        && EntryRef.offset(entry) < dwarf.units().end(unit);
  }

  /** Walks a unit up to the last entry that is wanted of it. */
  private void walk(DwarfUnit unit, EntryCursor entry, int file, long[] wanted, int[] order) {
    DwarfSection section = unit.header().section();
    int next = 0;
    while (next < order.length && entry.next()) {
      int depth = entry.depth();
      if (depth >= Limits.MAX_ENTRY_DEPTH) {
        entry.skipChildren();
        continue;
      }
      long at = EntryRef.of(file, section, entry.offset());
      while (next < order.length && Long.compareUnsigned(wanted[order[next]], at) <= 0) {
        if (wanted[order[next]] == at) {
          names.container(functions.get(order[next]), container(depth - 1));
        }
        next++;
      }
      if (entry.hasChildren()) {
        push(depth, at, entry.tag());
      }
    }
  }

  private void push(int depth, long at, int tag) {
    if (depth == above.length) {
      above = Arrays.copyOf(above, 2 * depth);
      tags = Arrays.copyOf(tags, 2 * depth);
      rows = Arrays.copyOf(rows, 2 * depth);
    }
    above[depth] = at;
    tags[depth] = tag;
    rows[depth] = NOT_ASKED;
  }

  /** The row of the container at a depth, made with those above it; none if it is no container. */
  private int container(int depth) {
    int top = depth;
    while (top >= 0 && isContainer(tags[top]) && rows[top] == NOT_ASKED) {
      top--;
    }
    int row = top >= 0 && isContainer(tags[top]) ? rows[top] : NONE;
    for (int at = top + 1; at <= depth; at++) {
      resolver.resolve(above[at]);
      NameRefs.add(names.containerNames(), resolver.nameTexts(), resolver.name());
      row = names.addContainer(row);
      rows[at] = row;
    }
    return row;
  }

  private static boolean isContainer(int tag) {
    return switch (tag) {
      case DW_TAG_namespace,
          DW_TAG_structure_type,
          DW_TAG_class_type,
          DW_TAG_union_type,
          DW_TAG_enumeration_type,
          DW_TAG_subprogram ->
          true;
      default -> false;
    };
  }
}
