package dev.weighbridge.cargo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** Packages, and who needs whom, as Cargo wrote it down. Immutable. */
public final class CargoGraph {
  /** Where it is from. */
  public enum Source {
    /** The JSON of {@code cargo metadata}: versions, features, what each package is needed for. */
    METADATA("cargo metadata"),
    /** A {@code Cargo.lock}: versions of all that any build may need. */
    LOCK("Cargo.lock"),
    /** The section that cargo-auditable embeds: versions, and what is for the build only. */
    AUDIT(".dep-v0");

    private final String text;

    Source(String text) {
      this.text = text;
    }

    /** What people call it. */
    public String text() {
      return text;
    }
  }

  /**
   * Packages that are read: the largest workspaces known have three thousand, and what each direct
   * dependency brings is found by going through all of them.
   */
  static final int MOST_PACKAGES = 10_000;

  private final Source source;
  private final List<CargoPackage> packages;
  private final List<CargoEdge> edges;
  private final OptionalInt root;

  CargoGraph(Source source, List<CargoPackage> packages, List<CargoEdge> edges, OptionalInt root) {
    this.source = Objects.requireNonNull(source, "source");
    this.packages = List.copyOf(packages);
    this.edges = List.copyOf(edges);
    this.root = root;
  }

  /** Where it is from. */
  public Source source() {
    return source;
  }

  /** All packages, each at its index. */
  public List<CargoPackage> packages() {
    return packages;
  }

  /** Who needs whom. */
  public List<CargoEdge> edges() {
    return edges;
  }

  /** The package that the program is made of, if it is told. */
  public OptionalInt root() {
    return root;
  }

  /** The same graph with the packages of another that it does not know, which nothing needs. */
  CargoGraph and(CargoGraph other) {
    List<CargoPackage> all = new ArrayList<>(packages);
    for (CargoPackage more : other.packages) {
      if (packages.stream().noneMatch(known -> known.label().equals(more.label()))) {
        all.add(
            new CargoPackage(
                all.size(),
                more.name(),
                more.version(),
                more.source(),
                more.crateName(),
                more.libraryPath(),
                more.programs(),
                more.features(),
                more.isMacro(),
                more.isMember()));
      }
    }
    return new CargoGraph(source, all, edges, root);
  }

  @Override
  public String toString() {
    return packages.size() + " packages";
  }
}
