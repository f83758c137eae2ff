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
    OrderProof proof = new OrderProof(runs, atoms, mentions, border);
    int[] byOrder = new int[runs.count()];
    Arrays.fill(byOrder, Candidates.NONE);
    boolean isOrdered = proof.isRust() && proof.areAtoms();
    if (proof.isRust() && !isOrdered) {
      // What is folded ties crates together, but leaves them in their order.
      isOrdered = new FoldedCode(attribution, runs, cursor).isFolded(work);
      atoms = Atoms.single(runs.count());
    }
    if (isOrdered) {
      byOrder = new LinkOrderCut(mentions, atoms, border).find(candidates, entry.main(cursor));
    }
    if (isOrdered && border > 1) {
      new UnwindOrder(attribution, row, runs).fill(byOrder);
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
}
