package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.notes.ElfDebugLink;
import dev.weighbridge.formats.internal.dwarf.LinkChecksum;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.Match.Outcome;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The separate debug file of a stripped program: one that was given, or that of the name in {@code
 * .gnu_debuglink}. Only one with the build id of the program is used; where there are no build ids,
 * one with the checksum beside that name.
 */
final class ElfDebugFile implements SideFileKind<ElfFile> {
  private final ElfFile elf;
  private final Optional<ElfDebugLink> link;

  ElfDebugFile(ElfFile elf) {
    this.elf = elf;
    link = elf.debugLink();
  }

  @Override
  public String name() {
    return "ELF debug file";
  }

  @Override
  public List<String> fileNames() {
    List<String> names = new ArrayList<>();
    elf.buildId().filter(id -> id.length() > 2).ifPresent(id -> addByBuildId(id, names));
    if (link.isPresent()) {
      names.add(link.get().fileName());
      names.add(".debug/" + link.get().fileName());
    }
    return names;
  }

  /**
   * {@code .build-id/12/3456.debug}, where debuggers look first, and {@code 123456/debuginfo},
   * where clients of debuginfod keep what they fetched.
   */
  private static void addByBuildId(String id, List<String> names) {
    names.add(".build-id/" + id.substring(0, 2) + "/" + id.substring(2) + ".debug");
    names.add(id + "/debuginfo");
  }

  /** A build id alone does not say that there is such a file. */
  @Override
  public boolean isStated() {
    return link.isPresent();
  }

  /** Others of this format are split units. */
  @Override
  public boolean concerns(Bytes candidate) {
    return !ElfDwarf.of(ElfFile.of(candidate)).isSplit();
  }

  @Override
  public Match match(Bytes candidate) {
    ElfFile found = ElfFile.of(candidate);
    long stated = link.map(ElfDebugLink::checksum).orElse(-1L);
    String expected = identity(elf).orElse(stated < 0 ? "" : LinkChecksum.text(stated));
    String actual = identity(found).orElseGet(() -> LinkChecksum.of(candidate));
    Match match = Match.ofIdentities(expected, actual, "neither build id nor checksum");
    return match.fits() && !tells(found)
        ? new Match(Outcome.ADDS_NOTHING, "symbols or debug information", "neither")
        : match;
  }

  private static boolean tells(ElfFile file) {
    return file.sections().stream().anyMatch(s -> isDebug(s)) || file.symbolTable().count() > 0;
  }

  private static boolean isDebug(ElfSection section) {
    return section.name().startsWith(".debug_") || section.name().startsWith(".zdebug_");
  }

  @Override
  public ElfFile read(SideFile file, Diagnostics diagnostics) {
    return ElfFile.of(file.bytes());
  }

  private static Optional<String> identity(ElfFile file) {
    return file.buildId().map(id -> "build id " + id);
  }
}
