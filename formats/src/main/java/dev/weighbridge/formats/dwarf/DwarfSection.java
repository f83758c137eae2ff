package dev.weighbridge.formats.dwarf;

import java.util.Objects;
import java.util.Optional;

/**
 * A section of debug information, whatever a file format calls it. DWARF 5, 7.3 and appendix B; the
 * last ones are indexes of GNU and Apple tools.
 */
public enum DwarfSection {
  /** The entries: units of trees. */
  INFO(".debug_info"),
  /** Type units of version 4. */
  TYPES(".debug_types"),
  /** The shapes of entries. */
  ABBREV(".debug_abbrev"),
  /** Line programs. */
  LINE(".debug_line"),
  /** Names of files and directories of line programs. */
  LINE_STR(".debug_line_str"),
  /** Names. */
  STR(".debug_str"),
  /** Where names lie in {@link #STR}, by index. */
  STR_OFFSETS(".debug_str_offsets"),
  /** Addresses, by index. */
  ADDR(".debug_addr"),
  /** Range lists up to version 4. */
  RANGES(".debug_ranges"),
  /** Range lists of version 5. */
  RNGLISTS(".debug_rnglists"),
  /** Location lists up to version 4. */
  LOC(".debug_loc"),
  /** Location lists of version 5. */
  LOCLISTS(".debug_loclists"),
  /** Which unit holds the code at an address. */
  ARANGES(".debug_aranges"),
  /** Names of functions and variables, by unit. */
  PUBNAMES(".debug_pubnames"),
  /** Names of types, by unit. */
  PUBTYPES(".debug_pubtypes"),
  /** {@link #PUBNAMES} with what each name is. */
  GNU_PUBNAMES(".debug_gnu_pubnames"),
  /** {@link #PUBTYPES} with what each name is. */
  GNU_PUBTYPES(".debug_gnu_pubtypes"),
  /** The index of names of version 5. */
  NAMES(".debug_names"),
  /** Call frame records for debuggers. */
  FRAME(".debug_frame"),
  /** Macros up to version 4. */
  MACINFO(".debug_macinfo"),
  /** Macros of version 5. */
  MACRO(".debug_macro"),
  /** Where a package keeps its compile units. */
  CU_INDEX(".debug_cu_index"),
  /** Where a package keeps its type units. */
  TU_INDEX(".debug_tu_index"),
  /** Which supplementary file belongs to this one. */
  SUP(".debug_sup"),
  /** The index of gdb. */
  GDB_INDEX(".gdb_index"),
  /** Apple's index of names. */
  APPLE_NAMES(".apple_names"),
  /** Apple's index of types. */
  APPLE_TYPES(".apple_types"),
  /** Apple's index of namespaces. */
  APPLE_NAMESPACES(".apple_namespaces"),
  /** Apple's index of Objective-C classes. */
  APPLE_OBJC(".apple_objc");

  private static final DwarfSection[] ALL = values();
  private static final String SPLIT = ".dwo";

  private final String elfName;

  DwarfSection(String elfName) {
    this.elfName = elfName;
  }

  /** What ELF files call it: {@code .debug_info}. */
  public String elfName() {
    return elfName;
  }

  /** What files of split units call it: {@code .debug_info.dwo}. */
  public String splitName() {
    return elfName + SPLIT;
  }

  /**
   * The section of a name: {@code .debug_info}, or {@code .debug_info.dwo} if split ones are asked
   * for. The indexes of a package and its addresses have no name of their own there.
   */
  public static Optional<DwarfSection> named(String name, boolean isSplit) {
    Objects.requireNonNull(name, "name");
    for (DwarfSection section : ALL) {
      boolean isIndex = section == CU_INDEX || section == TU_INDEX;
      String wanted = isSplit && !isIndex ? section.splitName() : section.elfName;
      if (wanted.equals(name)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  static DwarfSection of(int ordinal) {
    return ALL[ordinal];
  }

  static int count() {
    return ALL.length;
  }
}
