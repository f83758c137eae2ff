package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sections of an ELF image as they are stored in flash, which may not be where they run. */
public final class StoredSections {
  private StoredSections() {}

  /** A section, and the address that it is stored at. */
  public record Stored(ElfSection section, long loadAddress) {
    /** The address behind it. */
    public long end() {
      return loadAddress + section.memorySize();
    }
  }

  /**
   * Those that take room where they are stored, by the addresses of that; none of other formats.
   */
  public static List<Stored> of(Attribution attribution) {
    Optional<ElfFile> file = attribution.file().as(ElfFile.class);
    return file.isEmpty() ? List.of() : of(file.get());
  }

  private static List<Stored> of(ElfFile elf) {
    List<Stored> stored = new ArrayList<>();
    for (ElfSection section : elf.sections()) {
      boolean isPlaced = section.isLoaded() && section.memorySize() > 0;
      // Zero data is not stored, but what is reserved where it would be stored takes room all the
      // same. Zeros of each thread have no address of their own.
      boolean isReserved = !section.isThreadLocal() && shift(elf, section) == 0;
      if (isPlaced && (section.fileSize() > 0 || isReserved)) {
        stored.add(new Stored(section, section.address() + shift(elf, section)));
      }
    }
    stored.sort((one, other) -> Long.compareUnsigned(one.loadAddress(), other.loadAddress()));
    return stored;
  }

  /** By the segment that has its bytes of the file, as overlays share an address; else by that. */
  private static long shift(ElfFile elf, ElfSection section) {
    long byAddress = 0;
    boolean isFound = false;
    for (ElfProgramHeader segment : elf.programHeaders()) {
      long inside = section.address() - segment.address();
      boolean holds = segment.isLoaded() && inside >= 0 && inside < segment.memorySize();
      long shift = segment.physicalAddress() - segment.address();
      if (holds && section.offset() - segment.offset() == inside) {
        return shift;
      }
      byAddress = holds && !isFound ? shift : byAddress;
      isFound |= holds;
    }
    return byAddress;
  }
}
