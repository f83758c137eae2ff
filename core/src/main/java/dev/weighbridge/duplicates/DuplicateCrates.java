package dev.weighbridge.duplicates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.Crate;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.duplicates.CrateCopies.Copy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the crates that are in a file more than once. */
final class DuplicateCrates {
  private static final Comparator<Copy> LARGEST_FIRST =
      Comparator.comparing(Copy::fileSize)
          .reversed()
          .thenComparing(Copy::disambiguator, Long::compareUnsigned);
  private static final Comparator<CrateCopies> COSTLIEST_FIRST =
      Comparator.comparing(CrateCopies::saving).reversed().thenComparing(CrateCopies::name);

  private final List<CrateCopies> list = new ArrayList<>();

  DuplicateCrates(Attribution attribution) {
    Map<String, SortedSet<String>> versions = new CrateVersions(attribution).byName();
    Map<String, List<Copy>> copies = copies(attribution);
    for (Map.Entry<String, List<Copy>> crate : copies.entrySet()) {
      SortedSet<String> found = versions.getOrDefault(crate.getKey(), new TreeSet<>());
      if (crate.getValue().size() > 1 || found.size() > 1) {
        list.add(of(crate.getKey(), crate.getValue(), List.copyOf(found)));
      }
    }
    list.sort(COSTLIEST_FIRST);
  }

  private static CrateCopies of(String name, List<Copy> copies, List<String> versions) {
    copies.sort(LARGEST_FIRST);
    long saving = 0;
    for (Copy copy : copies.subList(1, copies.size())) {
      saving += copy.fileSize();
    }
    return new CrateCopies(name, copies, versions, saving);
  }

  /** The Rust crates that have bytes, by name. */
  private static Map<String, List<Copy>> copies(Attribution attribution) {
    CrateTable table = CrateTable.of(attribution, CratePolicy.RESPONSIBLE);
    Partition partition = attribution.partition();
    long[] sizes = new long[table.count()];
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int crate = table.ofSpan(span, Pricing.FULL);
      if (crate >= 0) {
        sizes[crate] += partition.fileSize(span);
      }
    }
    Map<String, List<Copy>> byName = new TreeMap<>();
    for (int row = 0; row < sizes.length; row++) {
      Crate crate = table.crate(row);
      boolean isRust = crate.origin() == CrateOrigin.USER || crate.origin() == CrateOrigin.STANDARD;
      if (isRust && sizes[row] > 0) {
        Copy copy = new Copy(crate.disambiguator(), crate.origin(), sizes[row]);
        byName.computeIfAbsent(crate.name(), name -> new ArrayList<>()).add(copy);
      }
    }
    byName.values().forEach(DuplicateCrates::dropUnknown);
    return byName;
  }

  /**
   * Legacy names do not tell crates of one name apart, so what they say is of one crate, but of
   * which is unknown if v0 names beside them tell of several, and even of one.
   */
  private static void dropUnknown(List<Copy> copies) {
    if (copies.size() > 1) {
      copies.removeIf(copy -> copy.disambiguator() == 0);
    }
  }

  List<CrateCopies> list() {
    return List.copyOf(list);
  }
}
