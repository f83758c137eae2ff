package dev.weighbridge.formats.dwarf.index;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;
import java.util.Optional;

/**
 * A hash table of names as Apple's tools write it: {@code __apple_names} and its likes. LLVM, "The
 * DWARF Accelerator Tables".
 *
 * @param section it is in, which it fills
 * @param buckets how many buckets there are
 * @param names how many names there are
 * @param headerDataSize bytes that describe the data, behind the header of 20 bytes
 */
public record AppleTable(DwarfSection section, long buckets, long names, long headerDataSize) {
  /** Refuses null. */
  public AppleTable {
    Objects.requireNonNull(section, "section");
  }

  private static final long MAGIC = 0x48415348;
  private static final int HEADER = 20;

  /** The table in a section; empty if there is none, or one that makes no sense. */
  public static Optional<AppleTable> read(
      DwarfSections sections, DwarfSection section, Diagnostics diagnostics) {
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(diagnostics, "diagnostics");
    Bytes bytes = sections.bytes(section);
    if (bytes.length() == 0) {
      return Optional.empty();
    }
    if (bytes.length() < HEADER || bytes.u32(0) != MAGIC) {
      diagnostics.add(sections.defect(section, 0, "a table that begins with HASH", "none"));
      return Optional.empty();
    }
    AppleTable table = new AppleTable(section, bytes.u32(8), bytes.u32(12), bytes.u32(16));
    long lists = HEADER + table.headerDataSize + 4 * table.buckets + 8 * table.names;
    if (lists > bytes.length()) {
      String found = table.names + " names in " + bytes.length() + " bytes";
      diagnostics.add(sections.defect(section, 8, "a table inside the section", found));
      return Optional.empty();
    }
    return Optional.of(table);
  }
}
