package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.crates.names.PathName;
import dev.weighbridge.crates.order.NamedOrder;
import dev.weighbridge.formats.BinaryImage;
import java.util.List;

/**
 * Says which crate compiled the functions of a module, whose names say only whose source they are:
 * a module of Wasm has no units, but the order of the link.
 */
final class NamedOrderEvidence {
  private static final String FIRST_OF_STANDARD = "std";

  private final Attribution attribution;
  private final CrateRows crates;
  private final OwnerCrates found;

  NamedOrderEvidence(Attribution attribution, CrateRows crates, OwnerCrates found) {
    this.attribution = attribution;
    this.crates = crates;
    this.found = found;
  }

  /**
   * Settles functions of the images without units.
   *
   * @param program the row of the crate of the program; -1 if it is not known
   */
  void settle(int program) {
    List<BinaryImage> images = attribution.file().images();
    for (int row = 0; row < images.size(); row++) {
      if (images.get(row).members().count() == 0) {
        settle(new NamedOrder(attribution, row, this::crateInName), program);
      }
    }
  }

  private int crateInName(int owner) {
    boolean isName = found.evidence(owner).compareTo(CrateEvidence.LEGACY_NAME) <= 0;
    return isName ? found.crate(owner) : -1;
  }

  private void settle(NamedOrder order, int program) {
    int[] compilers = order.find(program, this::isStandard, first());
    for (int function = 0; function < compilers.length; function++) {
      int owner = order.owner(function);
      // Generic code with a v0 name says who made it, so that all others are of their own crate.
      boolean isOpen = found.evidence(owner) == CrateEvidence.LEGACY_NAME && !found.nameTold(owner);
      if (compilers[function] >= 0 && isOpen && compilers[function] != found.crate(owner)) {
        found.settle(owner, compilers[function], CrateEvidence.LINK_ORDER);
      }
    }
  }

  private boolean isStandard(int crate) {
    return crates.crate(crate).origin() == CrateOrigin.STANDARD
        || PathName.isStandard(crates.crate(crate).name());
  }

  private int first() {
    for (int row = 0; row < crates.count(); row++) {
      if (crates.crate(row).name().equals(FIRST_OF_STANDARD)) {
        return row;
      }
    }
    return -1;
  }
}
