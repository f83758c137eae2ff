package dev.weighbridge.dependencies;

import java.util.List;
import java.util.Objects;

/**
 * A dependency that features have put into the program.
 *
 * @param of the package whose features they are
 * @param to the package that it needs because of them
 * @param features those that ask for it, if the file tells
 * @param isDefault whether one of them is enabled by default
 * @param onlySize bytes of all packages that would not be in the program without it
 * @param onlyPackages these packages, most bytes first
 */
public record OptionalDependency(
    String of,
    String to,
    List<String> features,
    boolean isDefault,
    long onlySize,
    List<PackageSize> onlyPackages) {
  /** Checks that nothing is missing and copies the lists. */
  public OptionalDependency {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(onlyPackages, "onlyPackages");
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(to, "to");
    features = List.copyOf(features);
    onlyPackages = List.copyOf(onlyPackages);
  }
}
