package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfConstants;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.internal.golang.GoFunctionTable;
import dev.weighbridge.formats.internal.golang.GoModuleData;
import dev.weighbridge.formats.internal.golang.GoTableParts;
import java.util.List;
import java.util.Optional;

/**
 * States what the runtime of Go knows of its functions. Go's own linker gives the table a section;
 * other linkers put it into one of read-only data, and a file may have lost its sections.
 */
final class ElfGoFunctions {
  private static final String TABLE = "gopclntab";
  private static final List<String> BUILT_BY_GO = List.of(".go.buildinfo", ".note.go.buildid");
  private static final List<String> READ_ONLY = List.of(".data.rel.ro", ".rodata");
  private static final int TEXT_IN_HEAD = 2;

  private final ElfFile elf;
  private final ImageBuilder image;
  private final Bytes bytes;

  ElfGoFunctions(ElfFile elf, ImageBuilder image) {
    this.elf = elf;
    this.image = image;
    bytes = elf.bytes();
  }

  /** Whether a section says that Go is in the file. */
  static boolean isOfGo(ElfFile elf) {
    for (ElfSection section : elf.sections()) {
      if (section.name().endsWith(TABLE) || BUILT_BY_GO.contains(section.name())) {
        return true;
      }
    }
    return false;
  }

  /**
   * States them.
   *
   * @param isStripped whether functions have no names yet
   */
  void state(boolean isStripped) {
    boolean isGo = false;
    for (ElfSection section : elf.sections()) {
      if (section.name().endsWith(TABLE)) {
        stateOwn(section, isStripped);
        return;
      }
      isGo |= BUILT_BY_GO.contains(section.name());
    }
    for (ElfSection section : elf.sections()) {
      if (isGo && READ_ONLY.contains(section.name())) {
        long start = section.offset();
        if (find(start, section.fileSize(), section.address() - start, isStripped)) {
          return;
        }
      }
    }
    if (elf.sections().isEmpty()) {
      inSegments(isStripped);
    }
  }

  private void stateOwn(ElfSection section, boolean isStripped) {
    long start = section.offset();
    Optional<GoFunctionTable> table = GoFunctionTable.at(bytes, start, end(section));
    if (table.isPresent()) {
      state(table.get(), section.address() - start, isStripped);
    } else if (section.fileSize() > 0) {
      image
          .diagnostics()
          .warn(
              "section " + section.name(), start, "a table of functions of Go 1.2 to 1.26", "none");
    }
  }

  private boolean find(long start, long size, long toAddress, boolean isStripped) {
    if (start < 0 || start > bytes.length()) {
      return false;
    }
    long end = start + Math.min(size, bytes.length() - start);
    Optional<GoFunctionTable> table = GoFunctionTable.find(bytes, start, end);
    table.ifPresent(found -> state(found, toAddress, isStripped));
    return table.isPresent();
  }

  private void inSegments(boolean isStripped) {
    for (ElfProgramHeader segment : elf.programHeaders()) {
      boolean isCode = (segment.flags() & ElfConstants.PF_X) != 0;
      long start = segment.offset();
      if (segment.isLoaded()
          && !isCode
          && find(start, segment.fileSize(), segment.address() - start, isStripped)) {
        return;
      }
    }
  }

  private void state(GoFunctionTable table, long toAddress, boolean isStripped) {
    long base = table.asksForText() ? text(table, toAddress) : table.text();
    if (base == -1) {
      image
          .diagnostics()
          .warn(
              "Go function table", table.start(), "where the code begins", "nothing that says so");
      return;
    }
    if (isStripped) {
      table.name(image, base);
    }
    new GoTableParts(bytes, table, base).state(image);
  }

  private long end(ElfSection section) {
    long start = Math.min(section.offset() & Long.MAX_VALUE, bytes.length());
    return start + Math.min(section.fileSize(), bytes.length() - start);
  }

  /**
   * Where the code begins, if the table does not say: a relocation of its head, or the runtime's
   * module data, or relocations of those. -1 if nothing does.
   */
  private long text(GoFunctionTable table, long toAddress) {
    int pointer = table.pointer();
    long head = table.start() + toAddress;
    long names = table.names() + toAddress;
    long stated = target(head + 8 + (long) TEXT_IN_HEAD * pointer);
    for (int i = 0; stated == -1 && i < elf.programHeaders().size(); i++) {
      ElfProgramHeader segment = elf.programHeaders().get(i);
      if (segment.isLoaded() && (segment.flags() & ElfConstants.PF_W) != 0) {
        long start = segment.offset();
        long end = start + segment.fileSize();
        stated = GoModuleData.text(bytes, start, end, pointer, head, names);
      }
    }
    return stated == -1 ? relocatedText(pointer, head, names) : stated;
  }

  /** As LLD links: pointers are in the records of relocations alone. */
  private long relocatedText(int pointer, long head, long names) {
    for (ElfRelocations table : elf.relocations()) {
      for (int row = 0; row < table.count(); row++) {
        if (table.target(row) == head && target(table.place(row) + pointer) == names) {
          return target(table.place(row) + (long) GoModuleData.TEXT * pointer);
        }
      }
    }
    return -1;
  }

  /** What a relocation says of the pointer at an address; -1 if none does. */
  private long target(long place) {
    for (ElfRelocations table : elf.relocations()) {
      for (int row = 0; table.hasAddends() && row < table.count(); row++) {
        if (table.place(row) == place) {
          return table.target(row);
        }
      }
    }
    return -1;
  }
}
