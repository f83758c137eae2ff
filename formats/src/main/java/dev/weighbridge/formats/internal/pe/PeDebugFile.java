package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.pdb.Pdb;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.directories.PeCodeView;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.Match.Outcome;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The program database of an image: by the name that the image states, then by the image's own
 * name. Only one whose GUID and age are those that the image states is used.
 */
final class PeDebugFile implements SideFileKind<Pdb> {
  private final Optional<PeCodeView> record;
  private final String imageName;

  /**
   * The database of an image.
   *
   * @param imageName the name of its file
   */
  PeDebugFile(PeFile pe, String imageName) {
    this.imageName = imageName;
    record = pe.isImage() ? pe.codeView() : Optional.empty();
  }

  @Override
  public String name() {
    return "PDB file";
  }

  /** Rust turns hyphens of a crate's name into underscores for the PDB file, not the program. */
  @Override
  public List<String> fileNames() {
    if (record.isEmpty()) {
      return List.of();
    }
    int dot = imageName.lastIndexOf('.');
    String stem = dot > 0 ? imageName.substring(0, dot) : imageName;
    Set<String> names = new LinkedHashSet<>();
    names.add(record.get().fileName());
    names.add(stem + ".pdb");
    names.add(stem.replace('-', '_') + ".pdb");
    return List.copyOf(names);
  }

  /** Others are images with debug information. */
  @Override
  public boolean concerns(Bytes candidate) {
    return !PeLinkedFile.isImage(candidate);
  }

  @Override
  public Match match(Bytes candidate) {
    if (record.isEmpty()) {
      return new Match(Outcome.CANNOT_TELL, "a record that names a PDB file", "none in the image");
    }
    Pdb pdb = Pdb.of(candidate, new Diagnostics());
    return Match.ofIdentities(
        identity(record.get().guid(), record.get().age()), identity(pdb.guid(), pdb.age()), "none");
  }

  private static String identity(String guid, long age) {
    return guid + " age " + age;
  }

  @Override
  public Pdb read(SideFile file, Diagnostics diagnostics) {
    return Pdb.of(file.bytes(), diagnostics);
  }
}
