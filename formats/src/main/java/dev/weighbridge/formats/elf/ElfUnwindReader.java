package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NOBITS;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Allowance;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.unwind.EhFrame;
import dev.weighbridge.formats.unwind.EhFrameHeader;
import dev.weighbridge.formats.unwind.PointerRules;
import dev.weighbridge.formats.unwind.UnwindSection;
import dev.weighbridge.formats.unwind.UnwindSection.Role;
import dev.weighbridge.formats.unwind.UnwindTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the sections of unwind tables. */
final class ElfUnwindReader {
  /** Exception tables that BOLT left in place; its old copies of the records are dead. */
  private static final String BOLT_EXCEPTION_TABLES = ".bolt.org.gcc_except_table";

  private final ElfImage image;
  private final Allowance allowance;
  private final List<UnwindSection> found = new ArrayList<>();
  private final Map<Integer, ElfRelocations> patching = new HashMap<>();

  /**
   * A reader of a file.
   *
   * @param relocations what fills the sections of a relocatable file; none in others
   */
  ElfUnwindReader(ElfImage image, List<ElfRelocations> relocations) {
    this.image = image;
    this.allowance = new Allowance(image.file().length());
    for (ElfRelocations table : relocations) {
      patching.putIfAbsent(table.section().info(), table);
    }
  }

  UnwindTables read(Diagnostics diagnostics) {
    for (ElfSection section : image.sections()) {
      Role role = role(section);
      if (role == null) {
        continue;
      }
      long size = image.content(section).length();
      if (size > 0 && allowance.take(size) == size) {
        found.add(section(section, role, size));
      }
    }
    if (!image.hasSectionHeaders()) {
      addFrames();
    }
    return UnwindTables.read(found, diagnostics);
  }

  private static @Nullable Role role(ElfSection section) {
    if (section.type() == SHT_NOBITS || section.isCompressed() || !section.isLoaded()) {
      return null;
    }
    String name = section.name();
    if (name.equals(".eh_frame")) {
      return Role.EH_FRAME;
    }
    if (name.equals(".eh_frame_hdr")) {
      return Role.EH_FRAME_HEADER;
    }
    if (isOrBeginsWith(name, ".gcc_except_table") || name.equals(BOLT_EXCEPTION_TABLES)) {
      return Role.EXCEPTION_TABLES;
    }
    if (isOrBeginsWith(name, ".ARM.exidx")) {
      return Role.ARM_INDEX;
    }
    return isOrBeginsWith(name, ".ARM.extab") ? Role.ARM_TABLES : null;
  }

  /** In a relocatable file each function may have a section, named {@code .ARM.exidx.function}. */
  private static boolean isOrBeginsWith(String name, String word) {
    return name.startsWith(word)
        && (name.length() == word.length() || name.charAt(word.length()) == '.');
  }

  private UnwindSection section(ElfSection section, Role role, long size) {
    long start = section.offset();
    PointerRules rules = PointerRules.linked(image.header().addressBytes());
    ElfRelocations patches = patching.get(section.index());
    if (patches != null) {
      rules = rules.with(new ElfPatches(patches, image, section));
    }
    long address = image.isRelocatable() ? start : section.address();
    Bytes bytes = image.file();
    return new UnwindSection(section.name(), role, bytes, start, start + size, address, rules);
  }

  /** Without section headers, the search table leads to the records, and they to the tables. */
  private void addFrames() {
    for (UnwindSection section : List.copyOf(found)) {
      if (section.role() == Role.EH_FRAME_HEADER) {
        EhFrameHeader header = EhFrameHeader.read(section, new Diagnostics());
        Optional<UnwindSection> frames = header.frames(this::fileOffset);
        frames.ifPresent(found::add);
        frames.ifPresent(this::addExceptionTables);
      }
    }
  }

  private long fileOffset(long address) {
    return image.fileOffset(address, 1);
  }

  /** From the first exception table to the end of its segment: each one says where it ends. */
  private void addExceptionTables(UnwindSection section) {
    EhFrame frames = EhFrame.read(section, new Diagnostics());
    long first = -1;
    for (int row = 0; row < frames.count(); row++) {
      long table = frames.lsda(row);
      if (table != -1 && (first == -1 || Long.compareUnsigned(table, first) < 0)) {
        first = table;
      }
    }
    long start = first == -1 ? -1 : fileOffset(first);
    if (start >= 0) {
      found.add(
          new UnwindSection(
              ".gcc_except_table",
              Role.EXCEPTION_TABLES,
              image.file(),
              start,
              start + image.room(first),
              first,
              section.pointers()));
    }
  }
}
