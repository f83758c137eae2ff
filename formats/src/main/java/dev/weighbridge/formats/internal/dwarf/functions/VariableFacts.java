package dev.weighbridge.formats.internal.dwarf.functions;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_abstract_origin;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_decl_file;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_decl_line;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_specification;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_type;

import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.debug.VariableTable;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.internal.dwarf.program.EntryReader;
import dev.weighbridge.formats.internal.dwarf.program.EntryRef;
import dev.weighbridge.formats.internal.dwarf.program.MissingSplits;
import dev.weighbridge.formats.internal.dwarf.program.ProgramTables;
import dev.weighbridge.formats.internal.dwarf.program.UnitBatches;
import dev.weighbridge.formats.internal.tasks.SharedTasks;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.work.Work;
import java.util.concurrent.Callable;

/** Makes the table of variables: first where they are, then, once each, where they are declared. */
public final class VariableFacts {
  /** More steps than any compiler makes; in a damaged file they may go round in a circle. */
  private static final int MAX_STEPS = 16;

  private final DwarfProgram program;
  private final Diagnostics diagnostics;
  private final VariableTable.Builder table = new VariableTable.Builder();
  private final SourceRows sources = new SourceRows();
  private final LongIntMap known = new LongIntMap();
  private final ProgramTables tables;
  private final EntryReader reader;
  private final TypeSizes sizes;
  private int file;
  private int line;
  private long type;

  public VariableFacts(DwarfProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.diagnostics = diagnostics;
    this.tables = new ProgramTables(program);
    this.reader = new EntryReader(program, tables);
    this.sizes = new TypeSizes(program, reader);
  }

  public VariableTable read() {
    MissingSplits.report(program, diagnostics);
    int[] ends = UnitBatches.ends(program);
    SharedTasks<VariableReader> batches = new SharedTasks<>("weighbridge variables");
    for (int i = 0; i < ends.length; i++) {
      batches.add(batch(i == 0 ? 0 : ends[i - 1], ends[i]));
    }
    batches.start();
    for (VariableReader batch : batches.results()) {
      diagnostics.addAll(batch.diagnostics());
      for (int variable = 0; variable < batch.count(); variable++) {
        Work.checkAt(variable);
        add(batch.address(variable), batch.entry(variable));
      }
    }
    return table.build(sources.build());
  }

  private Callable<VariableReader> batch(int first, int end) {
    return new Callable<>() {
      @Override
      public VariableReader call() {
        VariableReader reader = new VariableReader(program, tables);
        for (int row = first; row < end; row++) {
          if (program.role(row) != Role.TYPE) {
            reader.read(row);
          }
        }
        return reader;
      }
    };
  }

  private void add(long address, long entry) {
    if (known.get(address) >= 0) {
      return;
    }
    declaration(entry);
    if (file >= 0) {
      known.set(address, 1);
      table.add(address, sizes.of(type), file, line);
    }
  }

  /** Follows a variable to the entry that says where it is declared. */
  private void declaration(long entry) {
    file = -1;
    line = 0;
    type = EntryRef.NONE;
    long at = entry;
    for (int step = 0; step < MAX_STEPS && at != EntryRef.NONE && reader.moveTo(at); step++) {
      DwarfUnit unit = reader.unit();
      Attributes attributes = reader.cursor().attributes();
      if (type == EntryRef.NONE) {
        type = reference(unit, attributes, DW_AT_type);
      }
      if (file < 0 && attributes.has(DW_AT_decl_file)) {
        sources.open(reader.fileUnit());
        file = sources.row(attributes.valueOr(DW_AT_decl_file, -1));
        long stated = attributes.valueOr(DW_AT_decl_line, 0);
        line = stated < 0 || stated > Integer.MAX_VALUE ? 0 : (int) stated;
      }
      long origin = reference(unit, attributes, DW_AT_abstract_origin);
      at = origin == EntryRef.NONE ? reference(unit, attributes, DW_AT_specification) : origin;
    }
  }

  private long reference(DwarfUnit unit, Attributes attributes, int name) {
    return FunctionRows.reference(program, unit, reader.file(), attributes, name);
  }
}
