package dev.weighbridge.formats.internal.pdb.facts;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_BLOCK32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_END;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_GPROC32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_GPROC32_ID;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_INLINESITE;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_INLINESITE2;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_INLINESITE_END;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LPROC32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LPROC32_DPC;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LPROC32_DPC_ID;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LPROC32_ID;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_PROC_ID_END;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_SEPCODE;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_THUNK32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_WITH32;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes over the functions of a module and what was inlined into them: each is told of when its
 * record opens, and again when it closes. Blocks are passed through; functions whose code is not in
 * the image are left out, with all that is in them.
 */
final class PdbScopeWalk {
  private static final int FUNCTION = 35;
  private static final int SITE = 12;

  private final PdbProgram program;
  private final PdbSources sources;
  private final Consumer<PdbScope> opened;
  private final Consumer<PdbScope> closed;

  /** The bodies that are open, the innermost first; a block repeats what it is in. */
  private final Deque<Optional<PdbScope>> open = new ArrayDeque<>();

  private long notUnderstood;

  /**
   * A walk over any modules.
   *
   * @param sources open for each module when it is walked over
   * @param opened is told of each body, after all that it is in
   * @param closed is told of each body, after all that are in it
   */
  PdbScopeWalk(
      PdbProgram program,
      PdbSources sources,
      Consumer<PdbScope> opened,
      Consumer<PdbScope> closed) {
    this.program = program;
    this.sources = sources;
    this.opened = opened;
    this.closed = closed;
  }

  /** Goes over a module. */
  void walk(PdbModuleStream module) {
    open.clear();
    PdbSymbolCursor symbol = new PdbSymbolCursor(module.symbols());
    while (symbol.next()) {
      switch (symbol.kind()) {
        case S_GPROC32, S_LPROC32, S_GPROC32_ID, S_LPROC32_ID, S_LPROC32_DPC, S_LPROC32_DPC_ID ->
            open(function(module.symbols(), symbol));
        case S_INLINESITE -> open(site(module, symbol, SITE));
        case S_INLINESITE2 -> open(site(module, symbol, SITE + 4));
        case S_BLOCK32, S_WITH32 -> open.push(open.isEmpty() ? Optional.empty() : open.element());
        case S_THUNK32, S_SEPCODE -> open.push(Optional.empty());
        case S_END, S_INLINESITE_END, S_PROC_ID_END -> close();
        default -> {
          // Variables, types and the like have no code of their own.
        }
      }
      if (open.size() > Limits.MAX_ENTRY_DEPTH) {
        notUnderstood++;
        break;
      }
    }
    while (!open.isEmpty()) {
      close();
    }
  }

  private void open(Optional<PdbScope> scope) {
    open.push(scope);
    scope.ifPresent(opened);
  }

  private void close() {
    Optional<PdbScope> last = open.isEmpty() ? Optional.empty() : open.pop();
    boolean isBlock = last.isPresent() && !open.isEmpty() && open.element().equals(last);
    if (!isBlock) {
      last.ifPresent(closed);
    }
  }

  private Optional<PdbScope> function(Bytes symbols, PdbSymbolCursor symbol) {
    if (symbol.size() < FUNCTION) {
      notUnderstood++;
      return Optional.empty();
    }
    long at = symbol.start();
    long start = program.address(symbols.u16(at + 32), symbols.u32(at + 28));
    if (start < 0) {
      return Optional.empty();
    }
    long end = program.code().clip(start + symbols.u32(at + 12));
    int length = symbol.textLength(FUNCTION);
    PdbName name = new PdbName(symbols, at + FUNCTION, length);
    return Optional.of(PdbScope.function(start, end, name));
  }

  private Optional<PdbScope> site(PdbModuleStream module, PdbSymbolCursor symbol, int annotations) {
    Optional<PdbScope> parent = open.isEmpty() ? Optional.empty() : open.element();
    if (symbol.size() < annotations) {
      notUnderstood++;
      return Optional.empty();
    }
    if (parent.isEmpty()) {
      return parent;
    }
    long function = module.symbols().u32(symbol.start() + 8);
    int told = module.inlinee(function);
    PdbSiteLines lines =
        new PdbSiteLines(
            module.symbols(),
            symbol.start() + annotations,
            symbol.end(),
            sources,
            parent.get().base(),
            parent.get().limit(),
            told < 0 ? -1 : sources.row(module.inlineeFile(told)),
            told < 0 ? 0 : module.inlineeLine(told));
    notUnderstood += lines.isWhole() ? 0 : 1;
    return Optional.of(parent.get().inlined(function, lines));
  }

  /** Tells what was not understood in all modules so far. */
  void report(Diagnostics diagnostics) {
    if (notUnderstood > 0) {
      diagnostics.warn(
          "pdb.inline_sites", -1, "records of a known form", notUnderstood + " of another");
    }
  }
}
