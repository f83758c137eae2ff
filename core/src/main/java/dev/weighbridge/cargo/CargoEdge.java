package dev.weighbridge.cargo;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * That a package needs another.
 *
 * @param from the package that needs it, by its index
 * @param to the package that is needed, by its index
 * @param purpose what for
 * @param isOptional whether only a feature asks for it
 * @param features the enabled features of the package that ask for it, sorted; none if it is not
 *     optional
 * @param isDefault whether one of these is enabled by the default features of the package
 */
public record CargoEdge(
    int from,
    int to,
    Purpose purpose,
    boolean isOptional,
    List<String> features,
    boolean isDefault) {
  /** What a package is needed for. */
  public enum Purpose {
    /** To be in the program. */
    NORMAL,
    /** To build. */
    BUILD,
    /** For tests and examples. */
    DEV;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The word used by Cargo: {@code build}. */
    public String key() {
      return key;
    }
  }

  /** Checks that nothing is missing and copies the list. */
  public CargoEdge {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(purpose, "purpose");
    features = List.copyOf(features);
  }

  /** An edge that no feature decides on. */
  static CargoEdge plain(int from, int to, Purpose purpose) {
    return new CargoEdge(from, to, purpose, false, List.of(), false);
  }
}
