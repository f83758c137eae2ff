package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.internal.golang.GoFunctionTable;
import java.util.List;

/**
 * Names the functions of a stripped Go program by what its runtime knows of them. Go's own linker
 * gives the table a section; other linkers put it into one of read-only data.
 */
final class ElfGoFunctions {
  private static final String OWN_SECTION = "gopclntab";
  private static final List<String> BUILT_BY_GO = List.of(".go.buildinfo", ".note.go.buildid");
  private static final List<String> READ_ONLY = List.of(".data.rel.ro", ".rodata");

  private static final GoFunctionTable.Listener NOBODY = (address, size) -> {};

  private final ElfFile elf;
  private final ImageBuilder image;
  private final Bytes bytes;

  ElfGoFunctions(ElfFile elf, ImageBuilder image) {
    this.elf = elf;
    this.image = image;
    bytes = elf.bytes();
  }

  void state() {
    boolean isGo = false;
    for (ElfSection section : elf.sections()) {
      if (section.name().endsWith(OWN_SECTION)) {
        stateAt(section.offset(), section);
        return;
      }
      isGo |= BUILT_BY_GO.contains(section.name());
    }
    for (ElfSection section : elf.sections()) {
      long table = isGo && READ_ONLY.contains(section.name()) ? find(section) : -1;
      if (table >= 0) {
        stateAt(table, section);
        return;
      }
    }
  }

  private long find(ElfSection section) {
    return section.offset() < 0 ? -1 : GoFunctionTable.find(bytes, section.offset(), end(section));
  }

  private void stateAt(long start, ElfSection section) {
    long end = end(section);
    if (start >= 0 && start < end && GoFunctionTable.isAt(bytes, start, end)) {
      GoFunctionTable.state(image, bytes, start, end, () -> text(start, section), NOBODY);
    }
  }

  private long end(ElfSection section) {
    long start = Math.min(section.offset() & Long.MAX_VALUE, bytes.length());
    return start + Math.min(section.fileSize(), bytes.length() - start);
  }

  /**
   * Where the code begins, if the table does not say: the runtime's module data, which begins with
   * pointers to the table and to its names, says so in its 23rd word. -1 if there is none.
   */
  private long text(long table, ElfSection home) {
    int pointer = elf.header().addressBytes();
    long header = home.address() + (table - home.offset());
    long names = header + word(table + 8 + 3L * pointer, pointer);
    for (ElfSection section : elf.sections()) {
      if (section.isWritable() && section.isLoaded()) {
        long end = end(section) - 23L * pointer;
        for (long at = section.offset(); at >= 0 && at <= end; at += pointer) {
          if (word(at, pointer) == header && word(at + pointer, pointer) == names) {
            return word(at + 22L * pointer, pointer);
          }
        }
      }
    }
    return -1;
  }

  private long word(long at, int size) {
    return size == 4 ? bytes.u32(at) : bytes.i64(at);
  }
}
