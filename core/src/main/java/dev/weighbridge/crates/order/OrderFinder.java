package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.work.Work;

/** Finds the crates of the images of a file that have lost their names. */
final class OrderFinder {
  private final OrderedCrates.Builder found = new OrderedCrates.Builder();

  private OrderFinder() {}

  /** The crates of a file. */
  static OrderedCrates find(Attribution attribution, Work work) {
    OrderFinder finder = new OrderFinder();
    for (int row = 0; row < attribution.file().images().size(); row++) {
      ImageOrder.of(attribution, row, true, work).ifPresent(image -> finder.add(image, work));
    }
    return finder.found.build();
  }

  private void add(ImageOrder image, Work work) {
    Candidates candidates = image.candidates();
    int[] crates = new int[candidates.count()];
    for (int candidate = Candidates.FIRST; candidate < crates.length; candidate++) {
      crates[candidate] = found.crate(candidates.name(candidate));
    }
    int[] compilers = image.compilers(work);
    CodeRuns runs = image.runs();
    for (int function = 0; function < runs.count(); function++) {
      int compiler = compilers[function];
      int source = image.mentions().only(function);
      found.add(
          runs.place(function),
          runs.place(function) + runs.size(function),
          compiler < 0 ? OrderedCrates.NONE : crates[compiler],
          source < 0 ? OrderedCrates.NONE : crates[source]);
    }
  }
}
