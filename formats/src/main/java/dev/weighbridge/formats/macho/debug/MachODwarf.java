package dev.weighbridge.formats.macho.debug;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSection;
import java.util.Objects;
import java.util.Optional;

/**
 * The debug information of a Mach-O file: the sections of its segment {@code __DWARF}, and where
 * its code is.
 *
 * <p>Programs have none; their objects have, and companions that dsymutil puts together. In an
 * object relocations are applied, and file offsets take the part of addresses. May be used by
 * several threads.
 */
public final class MachODwarf {
  private static final String SEGMENT = "__DWARF";

  /** Names of sections have room for sixteen bytes. */
  private static final int NAME_SIZE = 16;

  private final MachOFile macho;
  private final DwarfSections sections;

  private MachODwarf(MachOFile macho) {
    this.macho = macho;
    int addressSize = macho.header().addressBytes();
    sections = DwarfSections.of(macho.bytes().order(), addressSize, new Loader());
  }

  /** The debug information of a file, nothing of which is read yet. */
  public static MachODwarf of(MachOFile macho) {
    Objects.requireNonNull(macho, "macho");
    return new MachODwarf(macho);
  }

  /** Whether there is any: whether there is a section of units. */
  public boolean isPresent() {
    return section(DwarfSection.INFO).isPresent();
  }

  /** Its sections. */
  public DwarfSections sections() {
    return sections;
  }

  /** The section of the file that a debug section is: of {@code STR} it is {@code __debug_str}. */
  public Optional<MachOSection> section(DwarfSection wanted) {
    return macho.section(SEGMENT, name(wanted));
  }

  private static String name(DwarfSection section) {
    String name = "__" + section.elfName().substring(1);
    return name.substring(0, Math.min(NAME_SIZE, name.length()));
  }

  /** Where its code is. */
  public CodeAddresses code() {
    CodeAddresses.Builder code = new CodeAddresses.Builder();
    boolean isObject = macho.header().isRelocatable();
    for (MachOSection section : macho.sections()) {
      if (section.isExecutable() && !section.segmentName().equals(SEGMENT)) {
        code.add(isObject ? section.offset() : section.address(), section.memorySize());
      }
    }
    return code.build();
  }

  @Override
  public String toString() {
    return "DWARF of " + macho;
  }

  private final class Loader implements DwarfSections.Loader {
    @Override
    public Bytes load(DwarfSection wanted) {
      Optional<MachOSection> section = section(wanted);
      if (section.isEmpty()) {
        return macho.bytes().slice(0, 0);
      }
      Bytes content = macho.content(section.get());
      boolean isPatched = macho.header().isRelocatable() && section.get().relocationCount() > 0;
      return isPatched ? new ObjectPatches(macho, section.get()).applyTo(content) : content;
    }

    @Override
    public long fileStart(DwarfSection wanted) {
      return section(wanted).map(MachOSection::offset).orElse(-1L);
    }
  }
}
