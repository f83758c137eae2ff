package dev.weighbridge.generics;

import dev.weighbridge.attribution.Attribution;
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
  private final Generics generics;
  private final int row;
  private final Map<String, Cause> sums = new TreeMap<>();

  Causes(Attribution attribution, Generics generics, int row) {
    this.attribution = attribution;
    this.generics = generics;
    this.row = row;
  }

  List<Cause> byArguments(CopyNames names) {
    for (int i = 0; i < generics.copyCount(row); i++) {
      add(names.arguments(rawName(i)), i);
    }
    return sorted();
  }

  List<Cause> byCrate() {
    for (int i = 0; i < generics.copyCount(row); i++) {
      Optional<RustName> name = RustDemangler.read(rawName(i));
      if (name.isPresent() && name.get().crates().instantiating().isPresent()) {
        add(name.get().crates().instantiating().get().name(), i);
      }
    }
    return sorted();
  }

  private String rawName(int copy) {
    return attribution.owners().text(generics.copy(row, copy));
  }

  private void add(String label, int copy) {
    sums.merge(label, new Cause(label, 1, generics.copySize(row, copy)), Causes::sum);
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
