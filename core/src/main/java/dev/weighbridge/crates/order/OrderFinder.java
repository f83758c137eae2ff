package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Work;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import java.util.Arrays;
import java.util.Optional;

/** Finds the crates of the images of a file that have lost their names. */
final class OrderFinder {
  /** Share of the code that no atom exceeds where crates lie in their order. */
  private static final double LARGEST_ATOM = 0.6;

  /** Share of the code that lies in atoms with a panic location at least: else most is not Rust. */
  private static final double LEAST_RUST = 0.2;

  private final Attribution attribution;
  private final Work work;
  private final OrderedCrates.Builder found = new OrderedCrates.Builder();

  OrderFinder(Attribution attribution, Work work) {
    this.attribution = attribution;
    this.work = work;
  }

  OrderedCrates find() {
    boolean isElf = attribution.file().format().equals("ELF");
    for (int row = 0; isElf && row < attribution.file().images().size(); row++) {
      BinaryImage image = attribution.file().images().get(row);
      Optional<InstructionCursor> cursor = InstructionSets.cursor(image.machine());
      if (!image.isRelocatable() && cursor.isPresent() && image.addressBits() == Long.SIZE) {
        find(row, cursor.get());
      }
    }
    return found.build();
  }

  private void find(int row, InstructionCursor cursor) {
    CodeRuns runs = new CodeRuns(attribution, row);
    if (!runs.isNameless()) {
      return;
    }
    PanicSites sites = new PanicSites(attribution, row);
    if (sites.paths().isEmpty()) {
      return;
    }
    Candidates candidates = new Candidates(sites.paths());
    CodeReader reader = new CodeReader(attribution.file().bytes(), runs, sites, candidates, cursor);
    reader.read(work);
    Mentions mentions = reader.mentions();
    EntryPoint entry = new EntryPoint(attribution, row, runs);
    int border = entry.border();
    Atoms atoms = Atoms.of(reader.lastCallers(), border);
    int[] byOrder = new int[runs.count()];
    Arrays.fill(byOrder, Candidates.NONE);
    if (isOrdered(runs, atoms, mentions, border)) {
      int main = entry.main(cursor);
      byOrder = new LinkOrderCut(mentions, atoms, border).find(candidates, main);
      if (border > 1) {
        new UnwindOrder(attribution, row, runs).fill(byOrder);
      }
    }
    int[] crates = new int[candidates.count()];
    for (int candidate = Candidates.FIRST; candidate < crates.length; candidate++) {
      crates[candidate] = found.crate(candidates.name(candidate));
    }
    for (int function = 0; function < runs.count(); function++) {
      int ordered = byOrder[function] < 0 ? OrderedCrates.NONE : crates[byOrder[function]];
      int own = mentions.only(function) < 0 ? OrderedCrates.NONE : crates[mentions.only(function)];
      found.add(runs.place(function), runs.place(function) + runs.size(function), ordered, own);
    }
  }

  /**
   * Whether crates lie in their order. If not, calls tie nearly all code together; but the standard
   * library by itself may be most of a small program.
   */
  private static boolean isOrdered(CodeRuns runs, Atoms atoms, Mentions mentions, int border) {
    long total = 0;
    long rust = 0;
    long largest = 0;
    for (int function = border; function < runs.count(); ) {
      int last = atoms.last(function);
      long bytes = 0;
      boolean isRust = false;
      boolean isOfProgram = false;
      for (int i = function; i <= last; i++) {
        bytes += runs.size(i);
        isRust |= mentions.hasAny(i);
        isOfProgram |= mentions.hasProgram(i);
      }
      total += bytes;
      rust += isRust ? bytes : 0;
      largest = isOfProgram ? Math.max(largest, bytes) : largest;
      function = last + 1;
    }
    return largest <= LARGEST_ATOM * total && rust >= LEAST_RUST * total;
  }
}
