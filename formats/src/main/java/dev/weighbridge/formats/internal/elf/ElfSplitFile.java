package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.internal.dwarf.SplitFile;
import dev.weighbridge.formats.internal.dwarf.SplitUnits;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.Match;
import dev.weighbridge.formats.spi.Match.Outcome;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFileKind;
import java.util.List;

/**
 * A file with split units of a program: a package {@code .dwp} beside it, or any that was given. A
 * unit of one is joined to the program by its identifier alone.
 */
final class ElfSplitFile implements SideFileKind<SplitFile> {
  private final ElfFile elf;
  private final String fileName;

  /**
   * The split units of a program.
   *
   * @param fileName what the program is called; empty if nobody knows
   */
  ElfSplitFile(ElfFile elf, String fileName) {
    this.elf = elf;
    this.fileName = fileName;
  }

  @Override
  public String name() {
    return "split units";
  }

  @Override
  public List<String> fileNames() {
    return fileName.isEmpty() ? List.of() : List.of(fileName + ".dwp");
  }

  @Override
  public boolean isStated() {
    return false;
  }

  @Override
  public boolean concerns(Bytes candidate) {
    return ElfDwarf.of(ElfFile.of(candidate)).isSplit();
  }

  @Override
  public Match match(Bytes candidate) {
    ElfDwarf split = ElfDwarf.of(ElfFile.of(candidate));
    if (!split.isSplit()) {
      return new Match(Outcome.UNREADABLE, "split units", "none");
    }
    Dwarf program = Dwarf.of(ElfDwarf.of(elf).sections());
    Dwarf units = Dwarf.of(split.splitSections());
    String expected = SplitUnits.wantedBy(program);
    String shared = SplitUnits.shared(program, units);
    String found = SplitUnits.first(units);
    String other = found.isEmpty() ? "units without identifiers" : found + " of another build";
    return shared.isEmpty()
        ? new Match(Outcome.OTHER_BUILD, expected, other)
        : new Match(Outcome.FITS, shared, shared);
  }

  @Override
  public SplitFile read(SideFile file, Diagnostics diagnostics) {
    Dwarf dwarf = Dwarf.of(ElfDwarf.of(ElfFile.of(file.bytes())).splitSections());
    return new SplitFile(file.name(), dwarf);
  }
}
