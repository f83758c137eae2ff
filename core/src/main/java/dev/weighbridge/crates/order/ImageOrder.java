package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.Optional;

/** The functions of an image in the order of the link, and what their code says. */
final class ImageOrder {
  private final Attribution attribution;
  private final int row;
  private final CodeRuns runs;
  private final InstructionCursor cursor;
  private final EntryPoint entry;
  private final int border;
  private final Candidates candidates;
  private final Mentions mentions;
  private final Atoms atoms;
  private final OrderProof proof;

  private ImageOrder(
      Attribution attribution, int row, CodeRuns runs, InstructionCursor cursor, Work work) {
    this.attribution = attribution;
    this.row = row;
    this.runs = runs;
    this.cursor = cursor;
    PanicSites sites = new PanicSites(attribution, row);
    candidates = new Candidates(sites.paths());
    entry = new EntryPoint(attribution, row, runs);
    border = entry.border();
    CodeReader reader = new CodeReader(attribution.file().bytes(), runs, sites, candidates, cursor);
    if (!sites.paths().isEmpty()) {
      reader.read(work);
    }
    mentions = reader.mentions();
    atoms = Atoms.of(reader.lastCallers(), border);
    proof = new OrderProof(runs, atoms, mentions, border);
  }

  /**
   * Reads an image.
   *
   * @param isNameless whether to read it if most of its code has lost its names, or if it has them
   * @return empty if it is not to be read, or cannot be
   */
  static Optional<ImageOrder> of(Attribution attribution, int row, boolean isNameless, Work work) {
    BinaryImage image = attribution.file().images().get(row);
    Optional<InstructionCursor> cursor = InstructionSets.cursor(image);
    boolean isRead =
        attribution.file().format().equals("ELF")
            && !image.isRelocatable()
            && image.addressBits() == Long.SIZE;
    if (!isRead || cursor.isEmpty() || CodeRuns.isNameless(attribution, row) != isNameless) {
      return Optional.empty();
    }
    CodeRuns runs = new CodeRuns(attribution, row);
    // Only GNU ld has a border; other linkers leave names their units.
    boolean isWanted = isNameless || new EntryPoint(attribution, row, runs).border() > 1;
    return isWanted
        ? Optional.of(new ImageOrder(attribution, row, runs, cursor.get(), work))
        : Optional.empty();
  }

  /** The functions. */
  CodeRuns runs() {
    return runs;
  }

  /** The crates that paths name. */
  Candidates candidates() {
    return candidates;
  }

  /** Which functions mention them. */
  Mentions mentions() {
    return mentions;
  }

  /** The atoms, each function by itself where calls tell none. */
  Atoms atoms() {
    return proof.isRust() && proof.areAtoms() ? atoms : Atoms.single(runs.count());
  }

  /** The crate that compiled each function; {@link Candidates#NONE} where nothing tells. */
  int[] compilers(Work work) {
    int[] found = new int[runs.count()];
    Arrays.fill(found, Candidates.NONE);
    // What is folded ties crates together, but leaves them in their order.
    boolean isOrdered =
        proof.isRust()
            && (proof.areAtoms() || new FoldedCode(attribution, runs, cursor).isFolded(work));
    if (isOrdered) {
      found = new LinkOrderCut(mentions, atoms(), border).find(candidates, entry.main(cursor));
    }
    if (isOrdered && border > 1) {
      new UnwindOrder(attribution, row, runs).fill(found);
    }
    return found;
  }
}
