package dev.weighbridge.formats.pe.debug;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeSection;
import java.util.Objects;
import java.util.Optional;

/**
 * The debug information of a PE image or COFF object in the format DWARF, as MinGW makes it: its
 * sections, and where its code is.
 *
 * <p>In an object relocations are applied, and file offsets take the part of addresses. May be used
 * by several threads.
 */
public final class PeDwarf {
  private final PeFile pe;
  private final DwarfSections sections;

  private PeDwarf(PeFile pe) {
    this.pe = pe;
    int addressSize = pe.header().addressBits() / 8;
    sections = DwarfSections.of(pe.bytes().order(), addressSize, new Loader());
  }

  /** The debug information of a file, nothing of which is read yet. */
  public static PeDwarf of(PeFile pe) {
    Objects.requireNonNull(pe, "pe");
    return new PeDwarf(pe);
  }

  /** Whether there is any: whether there is a section of units. */
  public boolean isPresent() {
    return section(DwarfSection.INFO).isPresent();
  }

  /** Its sections. */
  public DwarfSections sections() {
    return sections;
  }

  /** The section of the file that a debug section is. */
  public Optional<PeSection> section(DwarfSection wanted) {
    return pe.section(wanted.elfName());
  }

  /** Where its code is. */
  public CodeAddresses code() {
    CodeAddresses.Builder code = new CodeAddresses.Builder();
    for (PeSection section : pe.sections()) {
      if (section.isExecutable()) {
        long start = pe.isImage() ? pe.imageBase() + section.rva() : section.rawOffset();
        code.add(start, section.memorySize());
      }
    }
    return code.build();
  }

  @Override
  public String toString() {
    return "DWARF of " + pe;
  }

  private final class Loader implements DwarfSections.Loader {
    @Override
    public Bytes load(DwarfSection wanted) {
      Optional<PeSection> section = section(wanted);
      if (section.isEmpty()) {
        return pe.bytes().slice(0, 0);
      }
      Bytes content = pe.content(section.get());
      if (!pe.isImage()) {
        return section.get().relocationCount() == 0
            ? content
            : new ObjectPatches(pe, section.get()).applyTo(content);
      }
      // What is in the file is filled up to the alignment of files.
      long size = section.get().virtualSize();
      return size > 0 && size < content.length() ? content.slice(0, size) : content;
    }

    @Override
    public long fileStart(DwarfSection wanted) {
      return section(wanted).map(PeSection::rawOffset).orElse(-1L);
    }
  }
}
