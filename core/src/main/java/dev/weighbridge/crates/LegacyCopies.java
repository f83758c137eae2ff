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
    Owners owners = attribution.owners();
    int image = owners.image(owner);
    boolean areSeveral = image >= 0 && units.named(crate.name()).size() > 1;
    long address = areSeveral ? places.addressOfOwner(image, owner) : -1;
    if (address == -1) {
      return row;
    }
    Optional<CrateName> own =
        units.at(image, address).filter(unit -> unit.name().equals(crate.name()));
    return own.or(() -> units.ofSources(crate.name(), image, address, size(owner)))
        .map(name -> crates.of(name, CrateOrigin.USER))
        .orElse(row);
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
