package dev.weighbridge.cargo;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.crates.Crate;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which package each crate of a program is of. Immutable.
 *
 * <p>A crate is told from another of its name where all but one of the packages that could be meant
 * cannot be in the program, or where debug information tells where its source lies; otherwise it is
 * of one of several, and nobody guesses of which.
 */
public final class CratePackages {
  private static final String SUBJECT = "packages of ";
  private static final String FRAME = "test";

  private final CrateTable crates;
  private final LinkedPackages linked;
  private final List<List<CargoPackage>> packagesOf;

  private CratePackages(Attribution attribution, CrateTable crates, LinkedPackages linked) {
    this.crates = crates;
    this.linked = linked;
    packagesOf = new ArrayList<>();
    boolean isOpen = false;
    for (int row = 0; row < crates.count(); row++) {
      packagesOf.add(packages(crates.crate(row)));
      isOpen |= isOpen(row);
    }
    if (isOpen) {
      narrow(new UnitPaths(attribution));
    }
  }

  /** Whether more than a name could tell of which package a crate is. */
  private boolean isOpen(int row) {
    return packagesOf.get(row).size() > 1 && crates.crate(row).disambiguator() != 0;
  }

  private void narrow(UnitPaths paths) {
    for (int row = 0; row < crates.count(); row++) {
      if (isOpen(row)) {
        packagesOf.set(row, paths.narrowed(crates.crate(row), packagesOf.get(row)));
      }
    }
  }

  private List<CargoPackage> packages(Crate crate) {
    if (crate.origin() == CrateOrigin.STANDARD) {
      return List.of();
    }
    List<CargoPackage> found = new ArrayList<>();
    for (CargoPackage linkedPackage : linked.packages()) {
      boolean isProgram =
          linkedPackage.index() == linked.root().index()
              && linkedPackage.programs().contains(crate.name());
      if (isProgram || linkedPackage.crateName().equals(crate.name())) {
        found.add(linkedPackage);
      }
    }
    return List.copyOf(found);
  }

  /**
   * The packages of a program's crates; found when first asked for, then kept.
   *
   * @param given what Cargo says, if the user has a file of it; otherwise the program may have it
   *     in a section
   * @throws UnsupportedBinaryException if neither is there, or if it is not told which package the
   *     program is made of
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if that section is damaged
   */
  public static CratePackages of(
      Attribution attribution, CratePolicy policy, Optional<CargoGraph> given, Work work) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(work, "work");
    return attribution.uncut().get(new Key(policy, given), work);
  }

  /** Whether there is anything to ask. */
  public static boolean areKnown(Attribution attribution, Optional<CargoGraph> given) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(given, "given");
    return given.isPresent() || AuditSection.of(attribution).isPresent();
  }

  private record Key(CratePolicy policy, Optional<CargoGraph> given)
      implements DerivedKey<CratePackages> {
    @Override
    public String name() {
      return "packages";
    }

    @Override
    public CratePackages derive(Attribution attribution, Work work) {
      String program = attribution.file().name();
      Optional<CargoGraph> known = given.isPresent() ? given : AuditSection.of(attribution);
      CargoGraph graph =
          known.orElseThrow(
              () ->
                  new UnsupportedBinaryException(
                      SUBJECT + program,
                      -1,
                      "a file of cargo metadata, a Cargo.lock, or a section .dep-v0",
                      "none"));
      CrateTable crates = Crates.of(attribution, policy, work);
      int root = new RootFinder(graph, crates, program).find();
      return new CratePackages(
          attribution, crates, new LinkedPackages(graph, root, isTest(graph, crates)));
    }
  }

  /** Whether the frame for tests that comes with the compiler is in the program. */
  private static boolean isTest(CargoGraph graph, CrateTable crates) {
    if (graph.packages().stream().anyMatch(one -> one.crateName().equals(FRAME))) {
      return false;
    }
    for (int row = 0; row < crates.count(); row++) {
      if (crates.crate(row).name().equals(FRAME)) {
        return true;
      }
    }
    return false;
  }

  /** The crates. */
  public CrateTable crates() {
    return crates;
  }

  /** The packages that can be in the program. */
  public LinkedPackages linked() {
    return linked;
  }

  /** The packages that a crate may be of: usually one; none of std's crates and of C. */
  public List<CargoPackage> of(int crate) {
    return packagesOf.get(crate);
  }

  /** The name and version of a crate: {@code dup 1.0.0 or 2.0.0} where it is one of several. */
  public String label(int crate) {
    List<CargoPackage> some = packagesOf.get(crate);
    if (some.isEmpty()) {
      return crates.crate(crate).name();
    }
    StringBuilder label = new StringBuilder(some.get(0).label());
    for (CargoPackage other : some.subList(1, some.size())) {
      boolean isSameName = other.name().equals(some.get(0).name());
      label.append(" or ").append(isSameName ? other.version() : other.label());
    }
    return label.toString();
  }

  @Override
  public String toString() {
    return linked.toString();
  }
}
