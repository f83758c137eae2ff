package dev.weighbridge.lint.entries;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.work.Work;
import java.util.Optional;

/** Goes over the entries of a file once, however many ask. */
public final class EntryCensus {
  private static final DerivedKey<DebugEntries> KEY = new Key();

  private EntryCensus() {}

  private record Key() implements DerivedKey<DebugEntries> {
    @Override
    public String name() {
      return "entries of debug information";
    }

    @Override
    public DebugEntries derive(Attribution attribution, Work work) {
      ElfFile elf = attribution.file().as(ElfFile.class).orElseThrow();
      return new EntryWalk().of(Dwarf.of(ElfDwarf.of(elf).sections()));
    }
  }

  /**
   * Of an ELF file whose debug sections lie in it as they are read; of no other, since nobody can
   * say what some of their bytes take in the file.
   */
  public static Optional<DebugEntries> of(Attribution attribution) {
    return attribution.file().as(ElfFile.class).filter(EntryCensus::isPlain).isPresent()
        ? Optional.of(attribution.get(KEY))
        : Optional.empty();
  }

  private static boolean isPlain(ElfFile elf) {
    boolean hasUnits = false;
    for (ElfSection section : elf.sections()) {
      boolean isDebug = section.name().startsWith(".debug_");
      if (section.name().startsWith(".zdebug_") || (isDebug && section.isCompressed())) {
        return false;
      }
      hasUnits |= section.name().equals(".debug_info");
    }
    return hasUnits;
  }
}
