package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeOptionalHeader;
import java.util.Locale;
import java.util.Set;

/** What a file is for, on which it depends what may be done to it. */
public enum FileRole {
  /** A program that a system's loader starts, or a Wasm module. */
  PROGRAM,
  /** A library that a system's loader adds to programs. */
  LIBRARY,
  /** A kernel or a boot program of a large machine: no system's loader reads it. */
  BARE,
  /** An image for a small device: nothing loads it but flash, and nobody is under it. */
  FIRMWARE,
  /** Relocatable: an object file, an archive, a kernel module. */
  OBJECT,
  /** Debug information of another file. */
  COMPANION,
  /** A component of WebAssembly, which holds modules. */
  COMPONENT,
  /** Code for the .NET runtime. */
  MANAGED,
  /** Anything else, such as a core dump. */
  OTHER;

  private static final int ET_EXEC = 2;
  private static final int ET_DYN = 3;
  private static final int SHT_NOBITS = 8;
  private static final int SHT_NOTE = 7;
  private static final int SHF_ALLOC = 2;
  private static final int PT_LOAD = 1;

  /** Programs of UEFI, its drivers, ROM images. */
  private static final Set<Integer> EFI_SUBSYSTEMS = Set.of(10, 11, 12, 13);

  /** The subsystem of Windows' own kernel and drivers. */
  private static final int NATIVE_SUBSYSTEM = 1;

  /** Sections that only kernels and boot programs of large machines have. */
  private static final Set<String> OF_KERNELS =
      Set.of("__ksymtab", "__ex_table", "__param", ".init.text", ".module_license", ".u_boot_list");

  /** What begins the names of others. */
  private static final String OF_BOOT_PROGRAMS = "__u_boot_list";

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word of the table of rules: {@code program}. */
  public String key() {
    return key;
  }

  /** The role of a file. */
  public static FileRole of(Attribution attribution) {
    BinaryFile file = attribution.file();
    if (file.images().isEmpty()) {
      return OTHER;
    }
    if (file.as(PeFile.class).isPresent()) {
      return of(file.as(PeFile.class).get());
    }
    for (BinaryImage image : file.images()) {
      if (image.isRelocatable()) {
        return OBJECT;
      }
    }
    if (file.as(ElfFile.class).isPresent()) {
      return of(file.as(ElfFile.class).get());
    }
    return switch (file.format()) {
      case "Mach-O" -> machO(file);
      case "Wasm" -> isComponent(file) ? COMPONENT : PROGRAM;
      default -> PROGRAM;
    };
  }

  private static FileRole of(PeFile pe) {
    if (!pe.isImage()) {
      return OBJECT;
    }
    if (pe.clrHeader().isPresent()) {
      return MANAGED;
    }
    int subsystem = pe.optionalHeader().map(PeOptionalHeader::subsystem).orElse(0);
    if (EFI_SUBSYSTEMS.contains(subsystem) || subsystem == NATIVE_SUBSYSTEM) {
      return BARE;
    }
    return pe.header().isLibrary() ? LIBRARY : PROGRAM;
  }

  private static FileRole of(ElfFile elf) {
    int type = elf.header().type();
    if (type != ET_EXEC && type != ET_DYN) {
      return isCompanion(elf) ? COMPANION : OTHER;
    }
    if (isCompanion(elf)) {
      return COMPANION;
    }
    boolean hasSystem = elf.interpreter().isPresent() || !elf.dynamic().needed().isEmpty();
    if (!hasSystem && isKernel(elf)) {
      return BARE;
    }
    if (!hasSystem && isFirmware(elf)) {
      return FIRMWARE;
    }
    boolean isStarted = elf.interpreter().isPresent() || type == ET_EXEC;
    return isStarted || elf.dynamic().isMarkedPie() ? PROGRAM : LIBRARY;
  }

  /** A file that was split off keeps the sections that are loaded as names without bytes. */
  private static boolean isCompanion(ElfFile elf) {
    boolean hasDebug = false;
    for (ElfSection section : elf.sections()) {
      boolean isLoaded = (section.flags() & SHF_ALLOC) != 0;
      if (isLoaded && section.type() != SHT_NOBITS && section.type() != SHT_NOTE) {
        return false;
      }
      hasDebug |= section.name().startsWith(".debug_") || section.name().startsWith(".zdebug_");
    }
    return hasDebug;
  }

  private static boolean isKernel(ElfFile elf) {
    for (ElfSection section : elf.sections()) {
      if (OF_KERNELS.contains(section.name()) || section.name().startsWith(OF_BOOT_PROGRAMS)) {
        return true;
      }
    }
    // Kernels live in the upper half of the addresses, where no program does.
    return elf.header().is64Bit()
        && elf.programHeaders().stream().anyMatch(h -> h.type() == PT_LOAD && h.address() < 0);
  }

  /** What interrupts enter through is there; what is stored elsewhere than it runs is in flash. */
  private static boolean isFirmware(ElfFile elf) {
    return elf.sections().stream().anyMatch(ElfSection::isVectorTable)
        || (elf.header().type() == ET_EXEC && isStoredElsewhere(elf));
  }

  /** Systems load programs where they say that they run. */
  private static boolean isStoredElsewhere(ElfFile elf) {
    boolean hasNote = elf.sections().stream().anyMatch(s -> s.name().equals(".note.ABI-tag"));
    return !hasNote
        && elf.programHeaders().stream()
            .anyMatch(
                h ->
                    h.type() == PT_LOAD
                        && h.fileSize() > 0
                        && h.physicalAddress() != 0
                        && h.physicalAddress() != h.address());
  }

  private static FileRole machO(BinaryFile file) {
    int type =
        file.as(MachOFile.class)
            .map(macho -> macho.header().fileType())
            .orElse(MachOConstants.MH_EXECUTE);
    return switch (type) {
      case MachOConstants.MH_EXECUTE -> PROGRAM;
      case MachOConstants.MH_DYLIB, MachOConstants.MH_BUNDLE -> LIBRARY;
      case MachOConstants.MH_DSYM -> COMPANION;
      case MachOConstants.MH_OBJECT -> OBJECT;
      case MachOConstants.MH_KEXT_BUNDLE,
          MachOConstants.MH_FILESET,
          MachOConstants.MH_PRELOAD,
          MachOConstants.MH_DYLINKER ->
          BARE;
      default -> OTHER;
    };
  }

  /** Components begin with the magic of modules, but with another layer in the version. */
  private static boolean isComponent(BinaryFile file) {
    return file.hasBytes() && file.fileSize() >= 8 && file.bytes().u8(6) != 0;
  }
}
