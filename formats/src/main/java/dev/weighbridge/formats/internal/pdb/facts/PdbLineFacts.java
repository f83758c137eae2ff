package dev.weighbridge.formats.internal.pdb.facts;

import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.internal.pdb.PdbModule;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.work.Work;

/**
 * Makes the line table. A database has the lines of inlined code with each place that it is at, and
 * in the lines of the function around it only that of the call: what is inlined innermost is told
 * first, and owns its code.
 */
final class PdbLineFacts {
  private final PdbProgram program;
  private final CodeAddresses code;
  private final Diagnostics diagnostics;
  private final PdbSources sources;
  private final LineTable.Builder table = new LineTable.Builder();

  PdbLineFacts(PdbProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.code = program.code();
    this.diagnostics = diagnostics;
    this.sources = new PdbSources(program);
  }

  LineTable read() {
    if (program.isRearranged()) {
      diagnostics.warn("pdb.lines", -1, "an image as it was linked", "one rearranged later");
      return table.build(sources.build());
    }
    PdbScopeWalk walk = new PdbScopeWalk(program, sources, scope -> {}, this::addInlined);
    for (PdbModule module : program.modules()) {
      Work.check();
      PdbModuleStream stream = program.open(module);
      sources.open(stream);
      walk.walk(stream);
      for (PdbLineRows.Sequence lines : new PdbLineRows(stream, program, sources).sequences()) {
        add(lines);
      }
    }
    walk.report(diagnostics);
    return table.build(sources.build());
  }

  private void addInlined(PdbScope scope) {
    PdbSiteLines lines = scope.lines();
    if (lines == null) {
      return;
    }
    long reached = -1;
    for (int row = 0; row < lines.count(); row++) {
      if (lines.start(row) >= lines.end(row)) {
        continue;
      }
      if (reached != lines.start(row)) {
        end(reached);
        table.begin(lines.start(row));
      }
      table.add(lines.start(row), lines.file(row), lines.line(row), lines.column(row));
      reached = lines.end(row);
    }
    end(reached);
  }

  private void end(long reached) {
    if (reached >= 0) {
      table.end(reached);
    }
  }

  private void add(PdbLineRows.Sequence lines) {
    long end = code.clip(lines.end());
    boolean isOpen = false;
    for (int row = 0; row < lines.count() && lines.address(row) < end; row++) {
      if (!isOpen) {
        table.begin(lines.address(row));
        isOpen = true;
      }
      table.add(lines.address(row), lines.file(row), lines.line(row), lines.column(row));
    }
    if (isOpen) {
      table.end(end);
    }
  }
}
