package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.problems.Diagnostics;

/**
 * Makes the table of functions and inlined bodies: first the bodies, then, once each, the names.
 */
final class InlineFacts {
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
    this.functions = new FunctionRows(program);
    this.reader = new EntryReader(program);
    this.resolver = new FunctionResolver(functions, reader);
    this.containers = new ContainerNames(program, resolver, names);
  }

  InlineTable read() {
    ScopeReader scopes = new ScopeReader(program, table, functions, sources, diagnostics);
    for (int row = 0; row < program.unitCount(); row++) {
      if (program.role(row) == Role.COMPILE) {
        scopes.read(row);
      }
    }
    scopes.report();
    int[] rows = nameFunctions();
    for (int scope = 0; scope < table.count(); scope++) {
      table.function(scope, rows[table.function(scope)]);
    }
    containers.find();
    return table.build(names.build(), sources.build());
  }

  /**
   * Names the functions in the order of their entries, so that each unit is opened once, and
   * returns the row that each one got.
   */
  private int[] nameFunctions() {
    int count = functions.count();
    long[] entries = new long[count];
    for (int function = 0; function < count; function++) {
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
