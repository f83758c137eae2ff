package dev.weighbridge.dependencies;

import java.util.List;
import java.util.Objects;

/**
 * What a package that the program needs by itself costs.
 *
 * @param label its name and version
 * @param features those of it that are enabled
 * @param ownSize bytes of its own crate
 * @param onlySize these and the bytes of all packages that only it leads to: what would go without
 *     it
 * @param sharedSize bytes of packages that it leads to, and that others lead to as well
 * @param packages how many packages it leads to, itself included
 * @param onlyPackages those that only it leads to, itself first, then most bytes first
 */
public record Dependency(
    String label,
    List<String> features,
    long ownSize,
    long onlySize,
    long sharedSize,
    int packages,
    List<PackageSize> onlyPackages) {
  /** Checks that there is a label and copies the lists. */
  public Dependency {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(onlyPackages, "onlyPackages");
    Objects.requireNonNull(label, "label");
    features = List.copyOf(features);
    onlyPackages = List.copyOf(onlyPackages);
  }
}
