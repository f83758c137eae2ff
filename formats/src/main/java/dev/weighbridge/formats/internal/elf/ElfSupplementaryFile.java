package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.elf.notes.ElfDebugAltLink;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import java.util.List;

/**
 * The file in which dwz has put what the debug information of several programs has in common: that
 * of the name and the build id in {@code .gnu_debugaltlink}.
 */
final class ElfSupplementaryFile implements SideFileKind<Dwarf> {
  private final ElfDebugAltLink link;

  ElfSupplementaryFile(ElfDebugAltLink link) {
    this.link = link;
  }

  @Override
  public String name() {
    return "ELF supplementary debug file";
  }

  @Override
  public List<String> fileNames() {
    String path = link.fileName();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.equals(name) ? List.of(name) : List.of(path, name);
  }

  @Override
  public boolean concerns(Bytes candidate) {
    return match(candidate).fits();
  }

  @Override
  public Match match(Bytes candidate) {
    String found = ElfFile.of(candidate).buildId().map(id -> "build id " + id).orElse("");
    return Match.ofIdentities("build id " + link.buildId(), found, "no build id");
  }

  @Override
  public Dwarf read(SideFile file, Diagnostics diagnostics) {
    return Dwarf.of(ElfDwarf.of(ElfFile.of(file.bytes())).sections());
  }
}
