package dev.weighbridge.formats.internal.dwarf.functions;

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
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.EntryCursor;
import dev.weighbridge.formats.internal.dwarf.program.DwarfLanguages;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.internal.dwarf.program.EntryRef;
import dev.weighbridge.formats.internal.dwarf.program.NameRefs;
import dev.weighbridge.formats.internal.dwarf.program.ProgramTables;
import dev.weighbridge.formats.problems.Limits;
import java.util.Arrays;

/**
 * Finds what functions without a linkage name are in: namespaces, classes, functions. Entries do
 * not say which one they are below, so units with such functions are walked once more.
 */
final class ContainerNames {
  private static final int NONE = -1;
  private static final int NOT_ASKED = -2;

  /** Functions in classes in functions: each is declared elsewhere than its body is. */
  private static final int MAX_ROUNDS = 4;

  private final DwarfProgram program;
  private final ProgramTables tables;
  private final FunctionResolver resolver;
  private final FunctionNames.Builder names;

  /** What is sought for: functions by row, containers by their complement. */
  private final IntColumn seekers = new IntColumn(0);

  private final LongColumn declarations = new LongColumn(0);

  ContainerNames(
      DwarfProgram program,
      ProgramTables tables,
      FunctionResolver resolver,
      FunctionNames.Builder names) {
    this.program = program;
    this.tables = tables;
    this.resolver = resolver;
    this.names = names;
  }

  /** Notes that it is to be found what a function is in, by the entry that declares it. */
  void want(int function, long declaration) {
    seekers.add(function);
    declarations.add(declaration);
  }

  /** Finds all that was asked for, and for containers that are declared elsewhere theirs, too. */
  void find() {
    for (int round = 0; round < MAX_ROUNDS && seekers.count() > 0; round++) {
      find(seekers.freeze(), declarations.freeze());
    }
  }

  private void find(int[] seeker, long[] wanted) {
    int[] order = Order.ascending(wanted, wanted.length);
    for (int from = 0; from < order.length; ) {
      long first = wanted[order[from]];
      Dwarf dwarf = program.file(EntryRef.file(first));
      int unit = dwarf == null ? NONE : unit(dwarf, first);
      if (dwarf == null || unit == NONE) {
        from++;
        continue;
      }
      int file = EntryRef.file(first);
      int to = from + 1;
      while (to < order.length && isIn(dwarf, unit, file, wanted[order[to]])) {
        to++;
      }
      DwarfUnit in = dwarf.unit(unit);
      if (!DwarfLanguages.isFlat(in.attributes().valueOr(DW_AT_language, 0))) {
        Walk walk = new Walk(file, in.header().section());
        walk.run(
            in.entries(tables.of(file, dwarf)),
            seeker,
            wanted,
            Arrays.copyOfRange(order, from, to));
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

  private void found(int seeker, int container) {
    if (seeker >= 0) {
      names.container(seeker, container);
    } else {
      names.containerOf(~seeker, container);
    }
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

  /** One walk over a unit, which keeps the entries above the one at hand. */
  private final class Walk {
    private final int file;
    private final DwarfSection section;

    /** By depth: where an entry is, its tag, and its row once asked for. */
    private long[] above = new long[64];

    private int[] tags = new int[64];
    private int[] rows = new int[64];

    Walk(int file, DwarfSection section) {
      this.file = file;
      this.section = section;
    }

    /** Walks up to the last entry that is wanted. */
    void run(EntryCursor entry, int[] seeker, long[] wanted, int[] order) {
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
            found(seeker[order[next]], container(depth - 1));
          }
          next++;
        }
        if (next < order.length && isBehind(entry, wanted[order[next]])) {
          entry.skipChildren();
        } else if (entry.hasChildren()) {
          push(depth, at, entry.tag());
        }
      }
    }

    /** Whether an entry is behind all that are below the one at hand. */
    private boolean isBehind(EntryCursor entry, long wanted) {
      long sibling = entry.sibling();
      return sibling >= 0 && Long.compareUnsigned(wanted, EntryRef.of(file, section, sibling)) >= 0;
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

    /** The row of the container at a depth, made with those above; none if it is no container. */
    private int container(int depth) {
      int top = depth;
      while (top >= 0 && isContainer(tags[top]) && rows[top] == NOT_ASKED) {
        top--;
      }
      int row = top >= 0 && isContainer(tags[top]) ? rows[top] : NONE;
      for (int at = top + 1; at <= depth; at++) {
        row = add(above[at], row);
        rows[at] = row;
      }
      return row;
    }

    /** Adds a container; the body of a function is in what its declaration is in. */
    private int add(long entry, int in) {
      resolver.resolve(entry);
      NameRefs.add(names.containerNames(), resolver.nameTexts(), resolver.name());
      long declaration = resolver.declaration();
      boolean isElsewhere = declaration != entry && declaration != EntryRef.NONE;
      int row = names.addContainer(isElsewhere ? NONE : in);
      if (isElsewhere) {
        want(~row, declaration);
      }
      return row;
    }
  }
}
