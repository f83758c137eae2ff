package dev.weighbridge.cargo;

import dev.weighbridge.crates.Crate;
import dev.weighbridge.crates.CrateOrigin;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** By which direct dependencies packages, and crates of them, have come into a program. */
public final class LinkedVia {
  /** The label of the standard library, which no dependency leads to. */
  public static final String STANDARD = "[standard library]";

  private static final int NAMED = 2;

  private final CratePackages packages;
  private final List<CargoPackage> direct;
  private final List<BitSet> reach = new ArrayList<>();

  /** Follows each direct dependency. */
  public LinkedVia(CratePackages packages) {
    Objects.requireNonNull(packages, "packages");
    this.packages = packages;
    direct = packages.linked().direct();
    for (CargoPackage dependency : direct) {
      reach.add(packages.linked().reachable(dependency.index()));
    }
  }

  /** The direct dependencies that lead to a package; none to the program's own. */
  public List<CargoPackage> to(CargoPackage some) {
    Objects.requireNonNull(some, "some");
    List<CargoPackage> leading = new ArrayList<>();
    for (int i = 0; i < direct.size(); i++) {
      if (some.index() != packages.linked().root().index() && reach.get(i).get(some.index())) {
        leading.add(direct.get(i));
      }
    }
    return leading;
  }

  /**
   * What leads to a crate: the name and version of a direct dependency, {@code [shared by a, b]}
   * where there are several, the name of a crate that Cargo does not know.
   */
  public String label(int crate) {
    Crate row = packages.crates().crate(crate);
    if (row.origin() == CrateOrigin.STANDARD) {
      return STANDARD;
    }
    List<CargoPackage> of = packages.of(crate);
    if (of.isEmpty()) {
      return row.name();
    }
    if (of.contains(packages.linked().root())) {
      return packages.linked().root().label();
    }
    List<CargoPackage> leading = new ArrayList<>();
    for (CargoPackage one : of) {
      to(one).stream().filter(found -> !leading.contains(found)).forEach(leading::add);
    }
    return leading.size() == 1 ? leading.get(0).label() : shared(leading);
  }

  private static String shared(List<CargoPackage> leading) {
    StringBuilder label = new StringBuilder("[shared by ");
    int named = Math.min(NAMED, leading.size());
    for (int i = 0; i < named; i++) {
      label.append(i == 0 ? "" : ", ").append(leading.get(i).name());
    }
    int more = leading.size() - named;
    return label.append(more > 0 ? " and " + more + " more]" : "]").toString();
  }

  @Override
  public String toString() {
    return packages.toString();
  }
}
