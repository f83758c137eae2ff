package dev.weighbridge.cargo;

import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.Match.Outcome;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What Cargo wrote about a program: metadata, or a lock. Nothing in it identifies a build, so it
 * fits if the program has a crate of one of its packages.
 */
final class CargoFile implements SideFileKind<CargoGraph> {
  private static final int SHOWN = 5;

  private final Set<String> crates = new TreeSet<>();

  CargoFile(CrateTable table) {
    for (int row = 0; row < table.count(); row++) {
      if (table.crate(row).origin() == CrateOrigin.USER
          && !table.crate(row).name().startsWith("[")) {
        crates.add(table.crate(row).name());
      }
    }
  }

  @Override
  public String name() {
    return "packages of the program, as Cargo tells them";
  }

  @Override
  public List<String> fileNames() {
    return List.of();
  }

  @Override
  public Match match(Bytes candidate) {
    CargoGraph graph;
    try {
      graph = CargoReader.read(name(), candidate);
    } catch (BinaryException e) {
      boolean isInside = e.structure().startsWith(name() + ": ");
      String where = isInside ? " at " + e.structure().substring(name().length() + 2) : "";
      return new Match(Outcome.UNREADABLE, e.expected() + where, e.found());
    }
    Set<String> known = new TreeSet<>();
    for (CargoPackage one : graph.packages()) {
      known.add(one.crateName());
      known.addAll(one.programs());
    }
    boolean isCommon = crates.stream().anyMatch(known::contains);
    if (crates.isEmpty()) {
      return new Match(
          Outcome.CANNOT_TELL,
          "names of crates in it, by which packages are told",
          "none, as in a stripped program: weigh it before it is stripped, or with its debug file");
    }
    return new Match(
        isCommon ? Outcome.FITS : Outcome.OTHER_BUILD,
        "one of " + first(crates) + ", which are in the program",
        "packages of another program: " + first(known));
  }

  private static String first(Set<String> names) {
    String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
    return names.stream().limit(SHOWN).collect(Collectors.joining(", ")) + more;
  }

  @Override
  public CargoGraph read(SideFile file, Diagnostics diagnostics) {
    return CargoReader.read(file.name(), file.bytes());
  }
}
