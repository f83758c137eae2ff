package dev.weighbridge.duplicates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.Crate;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.CrateUnits;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.duplicates.CrateCopies.Copy;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
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

  private final Attribution attribution;
  private final CrateTable table;
  private final Map<String, SortedSet<String>> versions;
  private final long[] sizes;
  private final IntColumn found = new IntColumn(0);
  private final List<CrateCopies> list = new ArrayList<>();

  DuplicateCrates(Attribution attribution) {
    this.attribution = attribution;
    table = Crates.of(attribution, CratePolicy.RESPONSIBLE);
    versions = new CrateVersions(attribution).byName();
    sizes = new long[table.count()];
    Partition partition = attribution.partition();
    int image = -1;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      Work.checkAt(span);
      int crate = table.ofSpan(span, Pricing.FULL);
      int next = partition.image(span);
      if (crate < 0 || next < 0) {
        continue;
      }
      if (next != image) {
        settle(image);
        image = next;
      }
      if (sizes[crate] == 0) {
        found.add(crate);
      }
      sizes[crate] += partition.fileSize(span);
    }
    settle(image);
    list.sort(COSTLIEST_FIRST);
  }

  /** Notes the duplicates of an image, and begins with the next one. */
  private void settle(int image) {
    for (Map.Entry<String, List<Copy>> crate : copies().entrySet()) {
      SortedSet<String> known =
          new TreeSet<>(versions.getOrDefault(crate.getKey(), new TreeSet<>()));
      crate.getValue().forEach(copy -> known.add(copy.version()));
      known.remove("");
      if (crate.getValue().size() > 1 || known.size() > 1) {
        list.add(of(image, crate.getKey(), crate.getValue(), List.copyOf(known)));
      }
    }
    for (int i = 0; i < found.count(); i++) {
      sizes[found.get(i)] = 0;
    }
    found.freeze();
  }

  private static CrateCopies of(int image, String name, List<Copy> copies, List<String> versions) {
    copies.sort(LARGEST_FIRST);
    long saving = 0;
    for (Copy copy : copies.subList(1, copies.size())) {
      saving += copy.fileSize();
    }
    return new CrateCopies(image, name, copies, versions, saving);
  }

  /** The Rust crates that have bytes in the image, by name. */
  private Map<String, List<Copy>> copies() {
    Map<String, List<Copy>> byName = new TreeMap<>();
    for (int i = 0; i < found.count(); i++) {
      Crate crate = table.crate(found.get(i));
      if (crate.origin() == CrateOrigin.USER || crate.origin() == CrateOrigin.STANDARD) {
        Copy copy = new Copy(crate.disambiguator(), crate.origin(), sizes[found.get(i)]);
        byName.computeIfAbsent(crate.name(), name -> new ArrayList<>()).add(copy);
      }
    }
    byName.values().forEach(DuplicateCrates::dropUnknown);
    byName.replaceAll((name, copies) -> copies.size() > 1 ? withVersions(name, copies) : copies);
    return byName;
  }

  private List<Copy> withVersions(String name, List<Copy> copies) {
    List<Copy> known = new ArrayList<>();
    for (Copy copy : copies) {
      Crate crate = new Crate(name, copy.disambiguator(), copy.origin());
      String version = CrateUnits.of(attribution).version(crate);
      known.add(new Copy(copy.disambiguator(), copy.origin(), copy.fileSize(), version));
    }
    return known;
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
