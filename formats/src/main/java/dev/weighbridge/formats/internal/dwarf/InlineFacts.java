package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.internal.tasks.SharedTasks;
import dev.weighbridge.formats.internal.tasks.Task;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.work.Work;
import java.util.concurrent.Callable;

/**
 * Makes the table of functions and inlined bodies: first the bodies, then, once each, the names.
 */
final class InlineFacts {
  /** Bodies of which the code is settled by another thread. */
  private static final int MANY = 1 << 14;

  private final DwarfProgram program;
  private final Diagnostics diagnostics;
  private final InlineTable.Builder table = new InlineTable.Builder();
  private final FunctionNames.Builder names = new FunctionNames.Builder();
  private final SourceRows sources = new SourceRows();
  private final FunctionRows functions;
  private final EntryReader reader;
  private final FunctionResolver resolver;
  private final ContainerNames containers;

  InlineFacts(DwarfProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.diagnostics = diagnostics;
    this.functions = new FunctionRows();
    this.reader = new EntryReader(program);
    this.resolver = new FunctionResolver(program, reader);
    this.containers = new ContainerNames(program, resolver, names);
  }

  InlineTable read() {
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
    ScopeReader problems = new ScopeReader(program, 1);
    for (ScopeReader batch : batches.results()) {
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
        ScopeReader reader = new ScopeReader(program, readers);
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
    int[] rows = new int[count];
    for (int function : Order.ascending(entries, count)) {
      rows[function] = name(function, entries[function]);
    }
    return rows;
  }

  private int name(int function, long entry) {
    resolver.resolve(entry);
    NameRefs.add(names.linkageNames(), resolver.linkageTexts(), resolver.linkageName());
    NameRefs.add(names.names(), resolver.nameTexts(), resolver.name());
    int file = -1;
    if (resolver.fileNumber() >= 0 && reader.moveTo(entry)) {
      sources.open(reader.unit());
      file = sources.row(resolver.fileNumber());
    }
    int row = names.add(unit(function, entry), file, resolver.line());
    boolean isQualified =
        resolver.linkageName() != DwarfTexts.NONE || resolver.name() == DwarfTexts.NONE;
    if (!isQualified) {
      containers.want(row, resolver.declaration());
    }
    return row;
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
