package dev.weighbridge.dependencies;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.cargo.CargoPackage;
import dev.weighbridge.cargo.CratePackages;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes of each package of a program. Where a crate may be of several packages, its bytes are
 * of all of them together and of none alone.
 */
final class PackageSizes {
  /** Bytes of crates that are of one of some packages. */
  private record Share(BitSet packages, String label, long size) {}

  private final CratePackages packages;
  private final List<Share> shares = new ArrayList<>();
  private final Map<String, Long> unknown = new TreeMap<>();
  private long standardSize;
  private long otherSize;
  private long nativeSize;

  PackageSizes(Query query) {
    packages = query.cargoPackages();
    CrateTable crates = packages.crates();
    Partition partition = query.attribution().partition();
    long[] sizes = new long[crates.count()];
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int crate = crates.ofSpan(partition.whole(span), query.pricing());
      if (crate >= 0) {
        sizes[crate] += partition.fileSize(span);
      } else {
        otherSize += partition.fileSize(span);
      }
    }
    Map<String, Share> byLabel = new TreeMap<>();
    for (int crate = 0; crate < sizes.length; crate++) {
      place(crate, sizes[crate], byLabel);
    }
    shares.addAll(byLabel.values());
  }

  private void place(int crate, long size, Map<String, Share> byLabel) {
    CrateOrigin origin = packages.crates().crate(crate).origin();
    if (!packages.of(crate).isEmpty()) {
      BitSet of = new BitSet();
      packages.of(crate).forEach(one -> of.set(one.index()));
      String label = packages.label(crate);
      byLabel.merge(
          label,
          new Share(of, label, size),
          (one, other) -> new Share(of, label, one.size() + other.size()));
    } else if (origin == CrateOrigin.STANDARD) {
      standardSize += size;
    } else if (origin == CrateOrigin.USER) {
      unknown.merge(packages.crates().crate(crate).name(), size, Long::sum);
    } else {
      nativeSize += size;
    }
  }

  /** Bytes that are of some packages for certain. */
  long of(BitSet some) {
    long size = 0;
    for (Share share : shares) {
      BitSet rest = (BitSet) share.packages().clone();
      rest.andNot(some);
      size += rest.isEmpty() ? share.size() : 0;
    }
    return size;
  }

  /** Bytes of a package for certain. */
  long of(CargoPackage one) {
    return size(one).fileSize();
  }

  /** Bytes that may be of some packages, certain or not. */
  long atMost(BitSet some) {
    return shares.stream()
        .filter(share -> share.packages().intersects(some))
        .mapToLong(Share::size)
        .sum();
  }

  /** A package with the bytes it has for certain. */
  PackageSize size(CargoPackage one) {
    BitSet alone = new BitSet();
    alone.set(one.index());
    return new PackageSize(one.label(), of(alone), of(alone) == atMost(alone));
  }

  /** Bytes that may be of a package or of another. */
  long open(CargoPackage one) {
    BitSet alone = new BitSet();
    alone.set(one.index());
    return atMost(alone) - of(alone);
  }

  /** Whether a package may have bytes. */
  boolean hasBytes(CargoPackage one) {
    return shares.stream().anyMatch(share -> share.size() > 0 && share.packages().get(one.index()));
  }

  /** Some packages with the bytes they have for certain, most first. */
  List<PackageSize> list(List<CargoPackage> some) {
    return some.stream()
        .map(this::size)
        .sorted(
            Comparator.comparing(PackageSize::fileSize)
                .reversed()
                .thenComparing(PackageSize::label))
        .toList();
  }

  /** Bytes of which nothing tells the package, but that they are of one of several. */
  List<PackageSize> ambiguous() {
    return shares.stream()
        .filter(share -> share.packages().cardinality() > 1)
        .map(share -> new PackageSize(share.label(), share.size(), true))
        .toList();
  }

  /** Crates of Rust that Cargo does not know. */
  List<PackageSize> unknown() {
    return unknown.entrySet().stream()
        .map(entry -> new PackageSize(entry.getKey(), entry.getValue(), true))
        .toList();
  }

  /** Bytes of the standard library. */
  long standardSize() {
    return standardSize;
  }

  /** Bytes of code that is not Rust and whose library is no package. */
  long nativeSize() {
    return nativeSize;
  }

  /** Bytes of no crate: headers, padding, and what nothing tells the crate of. */
  long otherSize() {
    return otherSize;
  }
}
