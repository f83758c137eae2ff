package dev.weighbridge.formats.internal.pdb.facts;

import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.internal.pdb.PdbModule;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.work.Work;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the table of functions and of bodies inlined into them. */
final class PdbInlineFacts {
  /** Set in the key of what is a type, and not an item. */
  private static final long TYPE = 1L << 32;

  private final PdbProgram program;
  private final PdbItems items;
  private final Diagnostics diagnostics;
  private final PdbSources sources;
  private final InlineTable.Builder table = new InlineTable.Builder();
  private final FunctionNames.Builder names = new FunctionNames.Builder();
  private final LongIntMap inlinees = new LongIntMap();
  private final LongIntMap containers = new LongIntMap();
  private final SitePieces pieces = new SitePieces(table);
  private int unit;

  // read() opens each before it goes over one.
  private @Nullable PdbModuleStream module;
  private @Nullable PdbLineRows lines;

  PdbInlineFacts(PdbProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.items = program.items();
    this.diagnostics = diagnostics;
    this.sources = new PdbSources(program);
  }

  InlineTable read() {
    if (program.isRearranged()) {
      diagnostics.warn("pdb.inline_sites", -1, "an image as it was linked", "one rearranged later");
      return table.build(names.build(), sources.build());
    }
    PdbScopeWalk walk = new PdbScopeWalk(program, sources, this::add, scope -> {});
    for (PdbModule of : program.modules()) {
      Work.check();
      PdbModuleStream stream = program.open(of);
      unit = of.index();
      module = stream;
      sources.open(stream);
      lines = new PdbLineRows(stream, program, sources);
      walk.walk(stream);
    }
    walk.report(diagnostics);
    return table.build(names.build(), sources.build());
  }

  private void add(PdbScope scope) {
    PdbScope parent = scope.parent();
    PdbSiteLines code = scope.lines();
    if (parent == null || code == null) {
      names.linkageNames().addNone();
      scope.name().addTo(names.names());
      scope.row(table.add(names.add(unit, -1, 0), -1, false, unit));
      table.range(scope.base(), scope.limit(), 0);
      return;
    }
    pieces.cut(code, parent.row());
    if (pieces.count() == 0) {
      scope.row(parent.row());
      return;
    }
    scope.row(table.add(inlinee(scope.inlinee()), parent.row(), true, unit));
    for (int piece = 0; piece < pieces.count(); piece++) {
      table.range(pieces.start(piece), pieces.end(piece), scope.depth());
    }
    call(scope.row(), parent, pieces.start(0));
  }

  /** The call is where the body around it has a line for the code. */
  private void call(int row, PdbScope parent, long address) {
    PdbSiteLines around = parent.lines();
    if (around != null) {
      int at = around.rowAt(address);
      if (at >= 0) {
        table.call(row, around.file(at), around.line(at), around.column(at));
      }
      return;
    }
    Optional<PdbLineRows.Sequence> own = lines == null ? Optional.empty() : lines.at(address);
    int at = own.isPresent() ? own.get().rowAt(address) : -1;
    if (at >= 0) {
      PdbLineRows.Sequence rows = own.get();
      table.call(row, rows.file(at), rows.line(at), rows.column(at));
    }
  }

  /** The row of a function that was inlined, by the number of its item. */
  private int inlinee(long function) {
    int known = inlinees.get(function);
    if (known >= 0) {
      return known;
    }
    int told = module == null ? -1 : module.inlinee(function);
    int file = told < 0 || module == null ? -1 : sources.row(module.inlineeFile(told));
    int line = told < 0 || module == null ? 0 : Math.max(0, module.inlineeLine(told));
    names.linkageNames().addNone();
    items.functionName(function).addTo(names.names());
    int row = names.add(unit, file, line);
    long scope = items.scopeOf(function);
    long type = items.classOf(function);
    if (scope >= 0) {
      names.container(row, container(scope, items.text(scope)));
    } else if (type >= 0) {
      names.container(row, container(type | TYPE, items.typeName(type)));
    }
    inlinees.putIfAbsent(function, row);
    return row;
  }

  private int container(long key, PdbName name) {
    int known = containers.get(key);
    if (known >= 0) {
      return known;
    }
    name.addTo(names.containerNames());
    int row = names.addContainer(-1);
    containers.putIfAbsent(key, row);
    return row;
  }
}
