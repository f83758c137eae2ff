package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An ELF image for a small device: nothing loads it but flash, and nobody is under it. Kernels and
 * boot programs of large machines are none.
 */
public final class Firmware {
  private static final Set<String> OF_KERNELS =
      Set.of("__ksymtab", "__ex_table", "__param", ".init.text", ".module_license", ".u_boot_list");

  private final ElfFile elf;

  private Firmware(ElfFile elf) {
    this.elf = elf;
  }

  /** The image, if a file is one. */
  public static Optional<Firmware> of(Attribution attribution) {
    boolean isBare = FileRole.of(attribution) == FileRole.BARE;
    return attribution
        .file()
        .as(ElfFile.class)
        .filter(elf -> isBare && !isKernel(elf))
        .map(Firmware::new);
  }

  private static boolean isKernel(ElfFile elf) {
    boolean isKernel = elf.programHeaders().stream().anyMatch(h -> h.isLoaded() && h.address() < 0);
    for (ElfSection section : elf.sections()) {
      isKernel |= OF_KERNELS.contains(section.name()) || section.name().startsWith("__u_boot_list");
    }
    return isKernel;
  }

  /** A section, and the address that it is stored at. */
  public record Stored(ElfSection section, long loadAddress) {
    /** The address behind it. */
    public long end() {
      return loadAddress + section.memorySize();
    }
  }

  /** The sections that take room where they are stored, by the addresses of that. */
  public List<Stored> stored() {
    List<Stored> stored = new ArrayList<>();
    for (ElfSection section : elf.sections()) {
      boolean isPlaced = section.isLoaded() && section.memorySize() > 0;
      // Zero data is not stored; what is reserved where it would be stored takes room all the same.
      if (isPlaced && !section.isThreadLocal() && (section.fileSize() > 0 || shift(section) == 0)) {
        stored.add(new Stored(section, section.address() + shift(section)));
      }
    }
    stored.sort((one, other) -> Long.compareUnsigned(one.loadAddress(), other.loadAddress()));
    return stored;
  }

  private long shift(ElfSection section) {
    for (ElfProgramHeader segment : elf.programHeaders()) {
      long inside = section.address() - segment.address();
      if (segment.isLoaded() && inside >= 0 && inside < segment.memorySize()) {
        return segment.physicalAddress() - segment.address();
      }
    }
    return 0;
  }
}
