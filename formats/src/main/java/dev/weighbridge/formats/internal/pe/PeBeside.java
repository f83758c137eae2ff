package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.internal.pdb.Pdb;
import dev.weighbridge.formats.pe.debug.PeDwarf;
import java.util.Optional;

/**
 * What lies beside an image.
 *
 * @param pdb its program database
 * @param dwarf its debug information in DWARF, if it has none itself
 * @param name what the file is called; empty if there is none
 */
record PeBeside(Optional<Pdb> pdb, Optional<PeDwarf> dwarf, String name) {
  /** Nothing does. */
  static final PeBeside NOTHING = new PeBeside(Optional.empty(), Optional.empty(), "");
}
