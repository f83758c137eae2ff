package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.unwind.UnwindSection.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The unwind sections of a linked ELF file, by name. */
public final class ElfUnwindSections {
  private static final Map<String, Role> ROLES =
      Map.of(
          ".eh_frame", Role.EH_FRAME,
          ".bolt.org.eh_frame", Role.EH_FRAME,
          ".eh_frame_hdr", Role.EH_FRAME_HEADER,
          ".gcc_except_table", Role.EXCEPTION_TABLES,
          ".bolt.org.gcc_except_table", Role.EXCEPTION_TABLES,
          ".ARM.exidx", Role.ARM_INDEX,
          ".ARM.extab", Role.ARM_TABLES);

  private ElfUnwindSections() {}

  /** All of them, in the order of the file. */
  public static List<UnwindSection> of(ElfFile elf) {
    List<UnwindSection> found = new ArrayList<>();
    for (ElfSection section : elf.sections()) {
      Role role = ROLES.get(section.name());
      if (role != null && section.fileSize() > 0) {
        found.add(section(elf, section, role));
      }
    }
    return found;
  }

  /** The first one of a role. */
  static UnwindSection first(Bytes bytes, Role role) {
    return of(ElfFile.of(bytes)).stream().filter(s -> s.role() == role).findFirst().orElseThrow();
  }

  private static UnwindSection section(ElfFile elf, ElfSection section, Role role) {
    return new UnwindSection(
        section.name(),
        role,
        elf.bytes(),
        section.offset(),
        section.offset() + section.fileSize(),
        section.address(),
        PointerRules.linked(elf.header().is64Bit() ? 8 : 4));
  }
}
