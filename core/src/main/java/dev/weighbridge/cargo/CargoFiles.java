package dev.weighbridge.cargo;

import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.Attempt;
import dev.weighbridge.formats.spi.SideFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What files of Cargo that a user gave say of a program. Metadata goes before a lock, which adds
 * the packages that this build does not need. Immutable.
 */
public final class CargoFiles {
  /** No file was given. */
  public static final CargoFiles NONE = new CargoFiles(Optional.empty(), List.of());

  private final Optional<CargoGraph> graph;
  private final List<Attempt> attempts;

  private CargoFiles(Optional<CargoGraph> graph, List<Attempt> attempts) {
    this.graph = graph;
    this.attempts = List.copyOf(attempts);
  }

  /**
   * Reads files, each of which must be of the program.
   *
   * @param crates of the program
   * @throws IOException if one of them cannot be read
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if one is of another
   *     program, damaged, or none of Cargo's files
   */
  public static CargoFiles read(List<Path> files, CrateTable crates) throws IOException {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(crates, "crates");
    List<Attempt> attempts = new ArrayList<>();
    Optional<CargoGraph> all = Optional.empty();
    for (Path file : files) {
      SideFiles one = SideFiles.given(List.of(file));
      Optional<CargoGraph> read = one.find(new CargoFile(crates), new Diagnostics());
      one.requireUseOfGiven();
      attempts.addAll(one.attempts());
      all = all.isPresent() && read.isPresent() ? Optional.of(both(all.get(), read.get())) : read;
    }
    return new CargoFiles(all, attempts);
  }

  private static CargoGraph both(CargoGraph one, CargoGraph other) {
    return one.source() == CargoGraph.Source.LOCK ? other.and(one) : one.and(other);
  }

  /** What they say; empty if none was given. */
  public Optional<CargoGraph> graph() {
    return graph;
  }

  /** The files, and what was found out about each. */
  public List<Attempt> attempts() {
    return attempts;
  }

  @Override
  public String toString() {
    return attempts.size() + " files";
  }
}
