package dev.weighbridge.formats.internal.dwarf.functions;

import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.internal.dwarf.program.EntryReader;
import dev.weighbridge.formats.internal.dwarf.program.EntryRef;
import dev.weighbridge.formats.internal.dwarf.program.MissingSplits;
import dev.weighbridge.formats.internal.dwarf.program.ProgramTables;
import dev.weighbridge.formats.internal.dwarf.program.UnitBatches;
import dev.weighbridge.formats.internal.tasks.SharedTasks;
import dev.weighbridge.formats.internal.tasks.Task;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.work.Work;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Makes the table of functions and inlined bodies: first the bodies, then, once each, the names.
 */
public final class InlineFacts {
  /** Bodies of which the code is settled by another thread. */
  private static final int MANY = 1 << 14;

  /** Functions that are followed at a time. */
  private static final int BATCH = 1 << 12;

  private final DwarfProgram program;
  private final Diagnostics diagnostics;
  private final ProgramTables tables;
  private final InlineTable.Builder table = new InlineTable.Builder();
  private final FunctionNames.Builder names = new FunctionNames.Builder();
  private final SourceRows sources = new SourceRows();
  private final FunctionRows functions = new FunctionRows();
  private final ContainerNames containers;

  public InlineFacts(DwarfProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.diagnostics = diagnostics;
    this.tables = new ProgramTables(program);
    this.containers = new ContainerNames(program, tables, resolver(), names);
  }

  private FunctionResolver resolver() {
    return new FunctionResolver(program, new EntryReader(program, tables));
  }

  public InlineTable read() {
    MissingSplits.report(program, diagnostics);
    scopes();
    Task<AddressMap> code = new Task<>(code());
    if (table.count() >= MANY) {
      code.start("weighbridge inlined code");
    } else {
      code.run();
    }
    int[] rows = nameFunctions();
    for (int scope = 0; scope < table.count(); scope++) {
      Work.checkAt(scope);
      table.function(scope, rows[table.function(scope)]);
    }
    containers.find();
    code.result();
    return table.build(names.build(), sources.build());
  }

  /** A class, not a lambda: a new process has no time to bind one. */
  private Callable<AddressMap> code() {
    return new Callable<>() {
      @Override
      public AddressMap call() {
        return table.settle();
      }
    };
  }

  /** Reads the bodies of functions, units in several threads where there are many bytes of them. */
  private void scopes() {
    int[] ends = UnitBatches.ends(program);
    SharedTasks<ScopeReader> batches = new SharedTasks<>("weighbridge inlined code");
    for (int i = 0; i < ends.length; i++) {
      batches.add(batch(i == 0 ? 0 : ends[i - 1], ends[i], ends.length));
    }
    batches.start();
    List<ScopeReader> read = batches.results();
    int bodies = 0;
    int pieces = 0;
    for (ScopeReader batch : read) {
      bodies = Math.addExact(bodies, batch.rows().count());
      pieces = Math.addExact(pieces, batch.rows().rangeCount());
    }
    table.reserve(bodies, pieces);
    ScopeReader problems = new ScopeReader(program, tables, 1);
    for (ScopeReader batch : read) {
      diagnostics.addAll(batch.diagnostics());
      problems.addProblems(batch);
      batch.rows().addTo(table, functions, sources, program);
    }
    problems.report(diagnostics);
  }

  private Callable<ScopeReader> batch(int first, int end, int readers) {
    return new Callable<>() {
      @Override
      public ScopeReader call() {
        ScopeReader reader = new ScopeReader(program, tables, readers);
        for (int row = first; row < end; row++) {
          if (program.role(row) == Role.COMPILE) {
            reader.read(row);
          }
        }
        return reader;
      }
    };
  }

  /**
   * Names the functions in the order of their entries, so that each unit is opened once, and
   * returns the row that each one got.
   */
  private int[] nameFunctions() {
    int count = functions.count();
    long[] entries = new long[count];
    for (int function = 0; function < count; function++) {
      Work.checkAt(function);
      entries[function] = functions.entry(function);
    }
    int[] order = Order.ascending(entries, count);
    SharedTasks<ResolvedFunctions> batches = new SharedTasks<>("weighbridge function names");
    for (int from = 0; from < count; from += BATCH) {
      batches.add(batch(entries, order, from, Math.min(count, from + BATCH)));
    }
    batches.start();
    int[] rows = new int[count];
    int next = 0;
    for (ResolvedFunctions batch : batches.results()) {
      for (int i = 0; i < batch.count(); i++) {
        int function = order[next++];
        int unit = unit(function, entries[function]);
        rows[function] = batch.addTo(names, sources, i, unit);
        if (batch.container(i) != EntryRef.NONE) {
          containers.want(rows[function], batch.container(i));
        }
      }
    }
    return rows;
  }

  private Callable<ResolvedFunctions> batch(long[] entries, int[] order, int from, int to) {
    return new Callable<>() {
      @Override
      public ResolvedFunctions call() {
        FunctionResolver resolver = resolver();
        ResolvedFunctions resolved = new ResolvedFunctions(to - from);
        for (int i = from; i < to; i++) {
          resolver.resolve(entries[order[i]]);
          resolved.add(resolver);
        }
        return resolved;
      }
    };
  }

  /**
   * The unit that a function is written in: that of its entry, which link-time optimisation keeps
   * apart from that of the code; partial units are nobody's, and give way to that of the code.
   */
  private int unit(int function, long entry) {
    int file = EntryRef.file(entry);
    Dwarf dwarf = program.file(file);
    if (dwarf == null || file == program.supplementaryFile()) {
      return functions.unit(function);
    }
    int row = dwarf.units().unitAt(EntryRef.section(entry), EntryRef.offset(entry));
    int unit = row < 0 ? -1 : program.unitOf(file, row);
    return unit >= 0 && program.role(unit) == Role.COMPILE ? unit : functions.unit(function);
  }
}
