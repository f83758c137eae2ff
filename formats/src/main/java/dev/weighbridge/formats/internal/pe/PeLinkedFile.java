package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.dwarf.LinkChecksum;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.debug.PeDwarf;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.Match.Outcome;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import java.util.List;

/**
 * The separate debug file of an image that GNU tools have stripped: that of the name in {@code
 * .gnu_debuglink}, with the checksum beside the name.
 */
final class PeLinkedFile implements SideFileKind<PeFile> {
  private String fileName = "";
  private String checksum = "";

  PeLinkedFile(PeFile pe) {
    pe.section(".gnu_debuglink").map(pe::content).ifPresent(this::read);
  }

  /** A file name, padding to a multiple of four, and a CRC-32. */
  private void read(Bytes link) {
    long end = link.indexOf((byte) 0, 0, Math.min(link.length(), Limits.MAX_NAME_LENGTH));
    long at = (end + 4) & ~3L;
    if (end > 0 && link.contains(at, 4)) {
      fileName = link.text(0, end);
      checksum = LinkChecksum.text(link.u32(at));
    }
  }

  @Override
  public String name() {
    return "PE debug file";
  }

  @Override
  public List<String> fileNames() {
    return fileName.isEmpty() ? List.of() : List.of(fileName, ".debug/" + fileName);
  }

  /** Others are program databases. */
  @Override
  public boolean concerns(Bytes candidate) {
    return isImage(candidate);
  }

  static boolean isImage(Bytes candidate) {
    return candidate.length() >= 2 && candidate.u8(0) == 'M' && candidate.u8(1) == 'Z';
  }

  @Override
  public Match match(Bytes candidate) {
    boolean tells = PeDwarf.of(PeFile.of(candidate)).isPresent();
    Match match =
        Match.ofIdentities(checksum, LinkChecksum.of(candidate), "no link to a debug file");
    return match.fits() && !tells
        ? new Match(Outcome.ADDS_NOTHING, "debug information", "none")
        : match;
  }

  @Override
  public PeFile read(SideFile file, Diagnostics diagnostics) {
    return PeFile.of(file.bytes());
  }
}
