package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.internal.pdb.Pdb;
import dev.weighbridge.formats.pe.PeFile;
import java.util.Optional;

/**
 * What lies beside an image.
 *
 * @param pdb its program database
 * @param linked its separate debug file, if it has no debug information itself
 * @param name what the file is called; empty if there is none
 */
record PeBeside(Optional<Pdb> pdb, Optional<PeFile> linked, String name) {
  /** Nothing does. */
  static final PeBeside NOTHING = new PeBeside(Optional.empty(), Optional.empty(), "");
}
