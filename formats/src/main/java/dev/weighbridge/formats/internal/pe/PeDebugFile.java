package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.internal.pdb.Pdb;
import dev.weighbridge.formats.pe.PeCodeView;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.DebugFiles;
import dev.weighbridge.formats.spi.DebugFiles.DebugFile;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the program database of an image: by the name that the image states, then by the image's
 * own name. Only one whose GUID and age are those that the image states is used.
 */
final class PeDebugFile {
  private final PeFile pe;
  private final String name;
  private final DebugFiles files;
  private final Diagnostics diagnostics;

  PeDebugFile(PeFile pe, String name, DebugFiles files, Diagnostics diagnostics) {
    this.pe = pe;
    this.name = name;
    this.files = files;
    this.diagnostics = diagnostics;
  }

  /** The program database, if one was found that belongs to the image. */
  Optional<Pdb> find() {
    Optional<PeCodeView> record = pe.isImage() ? pe.codeView() : Optional.empty();
    if (record.isEmpty()) {
      if (files.isGiven()) {
        diagnostics.warn("pe.debug", -1, "a record that names a PDB file", "none");
      }
      return Optional.empty();
    }
    for (String candidate : names(record.get())) {
      for (DebugFile file : files.named(candidate)) {
        Optional<Pdb> pdb = open(file, record.get());
        if (pdb.isPresent()) {
          return pdb;
        }
      }
      if (files.isGiven()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Rust turns hyphens of a crate's name into underscores for the PDB file, not the program. */
  private Set<String> names(PeCodeView record) {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Set<String> names = new LinkedHashSet<>();
    names.add(record.fileName());
    names.add(stem + ".pdb");
    names.add(stem.replace('-', '_') + ".pdb");
    return names;
  }

  private Optional<Pdb> open(DebugFile file, PeCodeView record) {
    Diagnostics found = new Diagnostics();
    try {
      Pdb pdb = Pdb.of(file.bytes(), found);
      found.list().forEach(diagnostics::add);
      if (pdb.guid().equals(record.guid()) && pdb.age() == record.age()) {
        return Optional.of(pdb);
      }
      String expected = record.guid() + " age " + record.age();
      diagnostics.warn(file.name(), -1, expected, pdb.guid() + " age " + pdb.age());
    } catch (BinaryException e) {
      diagnostics.error(file.name() + ": " + e.structure(), -1, e.expected(), e.found());
    }
    return Optional.empty();
  }
}
