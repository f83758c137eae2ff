package dev.weighbridge.cargo;

import java.util.List;
import java.util.Objects;

/**
 * A version of a package.
 *
 * @param index its place in the graph
 * @param name as in {@code Cargo.toml}
 * @param version {@code 1.2.3}
 * @param source where it is from, as Cargo says it: {@code registry+https://...}; empty of a
 *     package on disk
 * @param crateName what names of symbols call its library; a guess where only the package is known
 * @param libraryPath the file that its library begins with; empty if the source does not tell
 * @param programs the crate names of programs and of libraries that stand alone, which it makes
 * @param features those that are enabled, sorted; none if the source does not tell
 * @param isMacro whether it is a procedural macro, which runs in the compiler only
 * @param isMember whether it is of the workspace
 */
public record CargoPackage(
    int index,
    String name,
    String version,
    String source,
    String crateName,
    String libraryPath,
    List<String> programs,
    List<String> features,
    boolean isMacro,
    boolean isMember) {
  /** Checks that nothing is missing and copies the lists. */
  public CargoPackage {
    Objects.requireNonNull(programs, "programs");
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(crateName, "crateName");
    Objects.requireNonNull(libraryPath, "libraryPath");
    programs = List.copyOf(programs);
    features = List.copyOf(features);
  }

  /** Its name and version: {@code leaf 0.9.1}. */
  public String label() {
    return name + " " + version;
  }

  /** A name as crates have it. */
  static String crateName(String name) {
    return name.replace('-', '_');
  }
}
