package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.debug.DebugPlaces;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.demangle.StandardCrates;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells which of several crates of one name a legacy name means, by debug information. Such names
 * have no number; but the unit that has the code is of a crate with one, and code that another
 * crate's unit has was made from sources of one version. Where neither tells, none is guessed.
 */
final class LegacyCopies {
  private final Attribution attribution;
  private final CrateRows crates;
  private final DebugPlaces places;
  private final boolean mayTell;

  LegacyCopies(Attribution attribution, CrateRows crates) {
    this.attribution = attribution;
    this.crates = crates;
    places = new DebugPlaces(attribution);
    mayTell = CrateUnits.mayTell(attribution);
  }

  /** The row of the crate that the name of an owner means, given one that may have no number. */
  int meant(int owner, int row) {
    Crate crate = crates.crate(row);
    boolean isOpen =
        mayTell
            && crate.disambiguator() == 0
            && crate.origin() != CrateOrigin.NATIVE
            && !isReserved(crate.name());
    if (!isOpen) {
      return row;
    }
    CrateUnits units = CrateUnits.of(attribution);
    int image = attribution.owners().image(owner);
    long address = address(owner, crate.name());
    if (address == -1) {
      return row;
    }
    Optional<CrateName> own =
        units.at(image, address).filter(unit -> unit.name().equals(crate.name()));
    Optional<CrateName> meant =
        own.isPresent()
            ? own.filter(unit -> units.isOwn(unit, image, address, size(owner)))
            : units.ofSources(crate.name(), image, address, size(owner));
    return meant.map(name -> crates.of(name, CrateOrigin.USER)).orElse(row);
  }

  /**
   * The row of the crate whose unit has an owner that a crate of the same name is told for.
   *
   * @param row of the crate of the unit
   * @param unnumbered row of the crate without a number, for where sources are of another one
   */
  int own(int owner, int row, int unnumbered) {
    Crate crate = crates.crate(row);
    CrateName name = new CrateName(crate.name(), crate.disambiguator());
    if (!mayTell || isReserved(crate.name())) {
      return row;
    }
    CrateUnits units = CrateUnits.of(attribution);
    long address = units.named(crate.name()).contains(name) ? address(owner, crate.name()) : -1;
    boolean isOther =
        address != -1
            && !units.isOwn(name, attribution.owners().image(owner), address, size(owner));
    return isOther ? unnumbered : row;
  }

  /** Where the code of an owner lies, if there are several crates of a name; else -1. */
  private long address(int owner, String crate) {
    int image = attribution.owners().image(owner);
    boolean areSeveral = image >= 0 && CrateUnits.of(attribution).named(crate).size() > 1;
    return areSeveral ? places.addressOfOwner(image, owner) : -1;
  }

  private long size(int owner) {
    Owners owners = attribution.owners();
    return owners.isSymbol(owner)
        ? Math.max(1, owners.symbols(owner).memorySize(owners.symbolRow(owner)))
        : 1;
  }

  /** Whether only the standard library can have a crate of a name. */
  private static boolean isReserved(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    return StandardCrates.BY_NAME.isStandard(text, 0, text.length, 0);
  }
}
