package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfFixture;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.debug.MachODwarf;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.debug.PeDwarf;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import java.util.ArrayList;
import java.util.List;

/** The fixtures with debug information of any format, with the files beside them. */
final class DwarfPrograms {
  private static final DebugFile ITSELF = new DebugFile("", "");

  private DwarfPrograms() {}

  static List<String> names() {
    List<String> names = new ArrayList<>(DwarfFixture.linked());
    names.addAll(List.of("split-v4", "split-v5", "dwz-one", "dwz-two", "art.exe", "libart.dSYM"));
    return names;
  }

  static Truth truth(String name) {
    return Truth.of("dwarf/" + name);
  }

  static DebugInformation of(String name) {
    return switch (name) {
      case "art.exe" -> pe(PeDwarf.of(PeFile.of(Fixtures.bytes("dwarf/art.exe"))));
      case "libart.dSYM" -> macho();
      case "dwz-one", "dwz-two" -> {
        ElfDwarf elf = elf(name);
        Dwarf common = Dwarf.of(elf("dwz-common.debug").sections());
        yield of(Dwarf.of(elf.sections()).withSupplementary(common), elf.code(), List.of());
      }
      case "split-v4", "split-v5" -> {
        ElfDwarf elf = elf(name);
        List<Dwarf> splits = new ArrayList<>();
        for (String unit : new String[] {"paint", "frame", "start", "parse"}) {
          splits.add(Dwarf.of(elf(name + "-" + unit + ".dwo").splitSections()));
        }
        yield of(Dwarf.of(elf.sections()), elf.code(), splits);
      }
      default -> {
        DwarfFixture fixture = DwarfFixture.of(name);
        yield of(fixture.dwarf(), fixture.elf().code(), List.of());
      }
    };
  }

  private static ElfDwarf elf(String name) {
    return ElfDwarf.of(ElfFile.of(Fixtures.bytes("dwarf/" + name)));
  }

  private static DebugInformation pe(PeDwarf pe) {
    return of(Dwarf.of(pe.sections()), pe.code(), List.of());
  }

  /** The code is in the library, what is told of it beside. */
  private static DebugInformation macho() {
    MachODwarf companion = MachODwarf.of(MachOFile.of(Fixtures.bytes("dwarf/libart.dSYM")));
    MachODwarf library = MachODwarf.of(MachOFile.of(Fixtures.bytes("dwarf/libart.dylib")));
    return of(Dwarf.of(companion.sections()), library.code(), List.of());
  }

  static DebugInformation of(Dwarf dwarf, CodeAddresses code, List<Dwarf> splits) {
    return DebugInformation.of(new DwarfDebug(dwarf, code, splits), List.of(ITSELF));
  }
}
