package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ar.ArFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.FatMachO;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.debug.MachODwarf;
import dev.weighbridge.formats.macho.headers.FatArchitecture;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.Match.Outcome;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import java.util.List;
import java.util.Optional;

/**
 * The debug information that dsymutil has put together for an image: the file in the bundle {@code
 * NAME.dSYM} beside it, or one that was given. Only one with the UUID of the image is used.
 */
final class MachODebugFile implements SideFileKind<MachOFile> {
  private final MachOFile macho;
  private final String fileName;

  /**
   * The debug file of an image.
   *
   * @param fileName the name of its file; empty if nobody knows
   */
  MachODebugFile(MachOFile macho, String fileName) {
    this.macho = macho;
    this.fileName = fileName;
  }

  @Override
  public String name() {
    return "dSYM file";
  }

  @Override
  public List<String> fileNames() {
    return fileName.isEmpty()
        ? List.of()
        : List.of(fileName + ".dSYM/Contents/Resources/DWARF/" + fileName);
  }

  @Override
  public boolean isStated() {
    return false;
  }

  /** Objects are those of a debug map, if anything. */
  @Override
  public boolean concerns(Bytes candidate) {
    return !ArFile.isArchive(candidate)
        && (FatMachO.isFat(candidate) || !MachOFile.of(candidate).header().isRelocatable());
  }

  @Override
  public Match match(Bytes candidate) {
    Optional<MachOFile> companion = companion(candidate);
    Match match =
        Match.ofIdentities(uuid(macho), companion.map(c -> uuid(c)).orElse(""), "no UUID");
    boolean isSilent = companion.isPresent() && !MachODwarf.of(companion.get()).isPresent();
    return match.fits() && isSilent
        ? new Match(Outcome.ADDS_NOTHING, "debug information", "none")
        : match;
  }

  private static String uuid(MachOFile file) {
    return file.uuid().map(uuid -> "UUID " + uuid).orElse("");
  }

  /** A bundle may be of several architectures: that with the UUID, else the first. */
  private Optional<MachOFile> companion(Bytes candidate) {
    if (!FatMachO.isFat(candidate)) {
      return Optional.of(MachOFile.of(candidate));
    }
    FatMachO fat = FatMachO.of(candidate);
    Optional<MachOFile> first = Optional.empty();
    for (FatArchitecture architecture : fat.architectures()) {
      Optional<MachOFile> file = fat.file(architecture);
      if (file.isPresent() && uuid(file.get()).equals(uuid(macho))) {
        return file;
      }
      first = first.isPresent() ? first : file;
    }
    return first;
  }

  @Override
  public MachOFile read(SideFile file, Diagnostics diagnostics) {
    return companion(file.bytes()).orElseThrow(); // What has none does not match.
  }
}
