package dev.weighbridge.dependencies;

import dev.weighbridge.cargo.CargoEdge;
import dev.weighbridge.cargo.CargoPackage;
import dev.weighbridge.cargo.LinkedPackages;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the dependencies of a program cost. Immutable.
 *
 * <p>Bytes are those of crates by the policy and the prices of the query. A package that leaves
 * none is not said to be unused: code may be inlined, and types, constants and macros leave none.
 */
public final class Dependencies {
  private final BinaryFile file;
  private final LinkedPackages linked;
  private final PackageSizes sizes;
  private final List<Dependency> direct;
  private final List<OptionalDependency> optional;
  private final List<PackageVersion> versions;
  private final List<AbsentPackage> absent;

  private Dependencies(Query query) {
    file = query.attribution().file();
    linked = query.cargoPackages().linked();
    sizes = new PackageSizes(query);
    direct =
        linked.direct().stream()
            .map(this::dependency)
            .sorted(
                Comparator.comparing(Dependency::onlySize)
                    .reversed()
                    .thenComparing(Dependency::label))
            .toList();
    optional =
        linked.optional().stream()
            .map(this::optionalDependency)
            .sorted(
                Comparator.comparing(OptionalDependency::onlySize)
                    .reversed()
                    .thenComparing(OptionalDependency::of)
                    .thenComparing(OptionalDependency::to))
            .toList();
    versions = findVersions();
    absent =
        linked.graph().packages().stream()
            .filter(one -> one.index() != linked.root().index() && !sizes.hasBytes(one))
            .filter(one -> isNamed() || !linked.contains(one.index()))
            .map(one -> new AbsentPackage(one.label(), linked.absence(one.index())))
            .sorted(Comparator.comparing(AbsentPackage::why).thenComparing(AbsentPackage::label))
            .toList();
  }

  /**
   * The dependencies of a program.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if nothing tells its
   *     packages, see {@link Query#cargoPackages}
   */
  public static Dependencies of(Query query) {
    Objects.requireNonNull(query, "query");
    return new Dependencies(query);
  }

  private Dependency dependency(CargoPackage one) {
    BitSet only = linked.only(one.index());
    BitSet reach = linked.reachable(one.index());
    reach.clear(linked.root().index());
    List<PackageSize> packages = new ArrayList<>();
    packages.add(sizes.size(one));
    BitSet others = (BitSet) only.clone();
    others.clear(one.index());
    packages.addAll(sizes.list(linked.some(others)));
    long onlySize = sizes.of(only);
    return new Dependency(
        one.label(),
        one.features(),
        sizes.of(one),
        onlySize,
        sizes.atMost(reach) - onlySize,
        reach.cardinality(),
        packages);
  }

  private OptionalDependency optionalDependency(CargoEdge edge) {
    BitSet only = linked.only(edge);
    return new OptionalDependency(
        linked.graph().packages().get(edge.from()).label(),
        linked.graph().packages().get(edge.to()).label(),
        edge.features(),
        edge.isDefault(),
        sizes.of(only),
        sizes.list(linked.some(only)));
  }

  private List<PackageVersion> findVersions() {
    Map<String, List<CargoPackage>> byName = new TreeMap<>();
    for (CargoPackage one : linked.packages()) {
      byName.computeIfAbsent(one.name(), none -> new ArrayList<>()).add(one);
    }
    List<PackageVersion> found = new ArrayList<>();
    for (List<CargoPackage> same : byName.values()) {
      for (CargoPackage one : same.size() > 1 ? same : List.<CargoPackage>of()) {
        List<String> path = linked.path(one.index()).stream().map(CargoPackage::label).toList();
        found.add(
            new PackageVersion(one.name(), one.version(), sizes.of(one), sizes.open(one), path));
      }
    }
    return List.copyOf(found);
  }

  /** The program. */
  public BinaryFile file() {
    return file;
  }

  /** The packages, and who needs whom. */
  public LinkedPackages linked() {
    return linked;
  }

  /** What the program's own package needs, what would free most first. */
  public List<Dependency> direct() {
    return direct;
  }

  /** What features have put into the program, what would free most first. */
  public List<OptionalDependency> optional() {
    return optional;
  }

  /** The packages that are linked in several versions, each version by itself. */
  public List<PackageVersion> versions() {
    return versions;
  }

  /** The packages that Cargo knows and that have no bytes in the program. */
  public List<AbsentPackage> absent() {
    return absent;
  }

  /**
   * Whether names in the file tell what any of the packages has; if not, as where they are
   * stripped, no package has bytes, and none is said to have left none.
   */
  public boolean isNamed() {
    return linked.packages().stream().anyMatch(sizes::hasBytes);
  }

  /** Bytes of the program's own package. */
  public long ownSize() {
    return sizes.of(linked.root());
  }

  /**
   * Bytes of packages that several direct dependencies lead to, or of which nothing tells the
   * version.
   */
  public long sharedSize() {
    BitSet all = new BitSet();
    linked.packages().forEach(one -> all.set(one.index()));
    long only = direct.stream().mapToLong(Dependency::onlySize).sum();
    return sizes.of(all) - only - ownSize();
  }

  /** Bytes of the standard library. */
  public long standardSize() {
    return sizes.standardSize();
  }

  /** Bytes of crates of Rust that Cargo does not know, each by itself. */
  public List<PackageSize> unknown() {
    return sizes.unknown();
  }

  /** Bytes of code that is not Rust, and of imports and outlined code. */
  public long nativeSize() {
    return sizes.nativeSize();
  }

  /** Bytes of no crate: headers, padding, and what nothing tells the crate of. */
  public long otherSize() {
    return sizes.otherSize();
  }

  /** Crates of which nothing tells the version. */
  public List<PackageSize> ambiguous() {
    return sizes.ambiguous();
  }

  @Override
  public String toString() {
    return file.name() + ", " + linked;
  }
}
