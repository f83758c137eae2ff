package dev.weighbridge.formats.elf.debug;

import static dev.weighbridge.formats.elf.headers.ElfConstants.PF_X;

import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import java.util.List;
import java.util.Objects;

/**
 * The debug information of an ELF file: its sections as they are meant, and where its code is.
 *
 * <p>Compressed sections are restored, those of the older form too. In an object, whose linker has
 * yet to come, relocations are applied, file offsets take the part of addresses, and sections of
 * one name are put one behind the other, since each group of sections may have its own. May be used
 * by several threads.
 */
public final class ElfDwarf {
  private final ElfFile elf;
  private final ElfDebugSections loader;
  private final ElfDebugSections splitLoader;
  private final DwarfSections sections;
  private final DwarfSections splitSections;

  private ElfDwarf(ElfFile elf) {
    this.elf = elf;
    int addressSize = elf.header().addressBytes();
    loader = new ElfDebugSections(elf, false);
    splitLoader = new ElfDebugSections(elf, true);
    sections = DwarfSections.of(elf.bytes().order(), addressSize, loader);
    splitSections = DwarfSections.split(elf.bytes().order(), addressSize, splitLoader);
  }

  /** The debug information of a file, nothing of which is read yet. */
  public static ElfDwarf of(ElfFile elf) {
    Objects.requireNonNull(elf, "elf");
    return new ElfDwarf(elf);
  }

  /** Whether there is any: whether there is a section of units. */
  public boolean isPresent() {
    return !loader.parts(DwarfSection.INFO).isEmpty()
        || !splitLoader.parts(DwarfSection.INFO).isEmpty();
  }

  /** Whether it is that of split units only: of a file {@code .dwo} or a package {@code .dwp}. */
  public boolean isSplit() {
    return loader.parts(DwarfSection.INFO).isEmpty()
        && !splitLoader.parts(DwarfSection.ABBREV).isEmpty();
  }

  /** The sections of a program, an object, or a companion of either. */
  public DwarfSections sections() {
    return sections;
  }

  /** The sections of split units, whose names end in {@code .dwo}. */
  public DwarfSections splitSections() {
    return splitSections;
  }

  /**
   * The sections of the file that make up a debug section, in order; several only in an object.
   *
   * @param isSplit whether those of split units are asked for
   */
  public List<ElfSection> parts(DwarfSection section, boolean isSplit) {
    return (isSplit ? splitLoader : loader).parts(section);
  }

  /** Where its code is: by the sections, or the segments of a file that has no sections. */
  public CodeAddresses code() {
    CodeAddresses.Builder code = new CodeAddresses.Builder();
    for (ElfSection section : elf.sections()) {
      if (section.isExecutable() && section.isLoaded()) {
        code.add(elf.isRelocatable() ? section.offset() : section.address(), section.statedSize());
      }
    }
    for (ElfProgramHeader segment : elf.programHeaders()) {
      if (elf.sections().isEmpty() && segment.isLoaded() && (segment.flags() & PF_X) != 0) {
        code.add(segment.address(), segment.memorySize());
      }
    }
    return code.build();
  }

  @Override
  public String toString() {
    return "DWARF of " + elf;
  }
}
