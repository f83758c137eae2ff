package dev.weighbridge.generics;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.debug.LegacyInstances;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.RustName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sums the copies of one generic item by what they are there for. */
final class Causes {
  private static final Comparator<Cause> LARGEST_FIRST =
      Comparator.comparing(Cause::codeSize).reversed().thenComparing(Cause::label);

  private final Attribution attribution;
  private final int[] copies;
  private final long[] codeSize;
  private final Map<String, Cause> sums = new TreeMap<>();

  /**
   * The copies of an item.
   *
   * @param copies their symbols, as ids of owners
   * @param codeSize bytes of the code of each
   */
  Causes(Attribution attribution, int[] copies, long[] codeSize) {
    this.attribution = attribution;
    this.copies = copies;
    this.codeSize = codeSize;
  }

  List<Cause> byArguments(CopyNames names) {
    for (int i = 0; i < copies.length; i++) {
      add(names.arguments(rawName(i)), i);
    }
    return sorted();
  }

  List<Cause> byCrate(LegacyInstances debug) {
    for (int i = 0; i < copies.length; i++) {
      Optional<RustName> name = RustDemangler.read(rawName(i));
      if (name.isPresent() && name.get().crates().instantiating().isPresent()) {
        add(name.get().crates().instantiating().get().name(), i);
      } else if (!debug.crate(rawName(i)).isEmpty()) {
        add(debug.crate(rawName(i)), i);
      }
    }
    return sorted();
  }

  private String rawName(int copy) {
    return attribution.owners().text(copies[copy]);
  }

  private void add(String label, int copy) {
    sums.merge(label, new Cause(label, 1, codeSize[copy]), Causes::sum);
  }

  private static Cause sum(Cause a, Cause b) {
    return new Cause(a.label(), a.copyCount() + b.copyCount(), a.codeSize() + b.codeSize());
  }

  private List<Cause> sorted() {
    List<Cause> sorted = new ArrayList<>(sums.values());
    sorted.sort(LARGEST_FIRST);
    return List.copyOf(sorted);
  }
}
