package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.golang.GoFunctionTable;
import dev.weighbridge.formats.internal.golang.GoModuleData;
import dev.weighbridge.formats.internal.golang.GoTableParts;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSection;

/** States what the runtime of Go knows of its functions. */
final class MachOGoFunctions {
  private static final String SECTION = "__gopclntab";
  private static final String DATA = "__DATA";

  private final MachOFile macho;
  private final ImageBuilder image;
  private final Bytes bytes;

  MachOGoFunctions(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.image = image;
    bytes = macho.bytes();
  }

  /** Stripping leaves a few symbols; where there is one for each function names add nothing. */
  void state() {
    for (MachOSection section : macho.sections()) {
      if (section.name().equals(SECTION) && section.offset() >= 0) {
        long start = Math.min(section.offset(), bytes.length());
        long end = start + macho.content(section).length();
        GoFunctionTable.at(bytes, start, end)
            .ifPresent(table -> state(table, section.address() - section.offset()));
        return;
      }
    }
  }

  private void state(GoFunctionTable table, long toAddress) {
    long base = table.asksForText() ? text(table, toAddress) : table.text();
    if (base == -1) {
      return;
    }
    if (table.count() > macho.symbolTable().count()) {
      table.name(image, base);
    } else {
      table.functions(
          base,
          (address, size, name, length) ->
              image.function(address, size, offset(address), ExtentEvidence.RUNTIME_TABLE));
    }
    new GoTableParts(bytes, table, base).state(image);
  }

  private long offset(long address) {
    for (MachOSection section : macho.sections()) {
      if (section.isExecutable() && section.contains(address)) {
        return section.offset() + address - section.address();
      }
    }
    return -1;
  }

  /** By the module data; where it is not found the code begins as Go's linker lays it. */
  private long text(GoFunctionTable table, long toAddress) {
    long head = table.start() + toAddress;
    long names = table.names() + toAddress;
    for (MachOSection section : macho.sections()) {
      if (section.segmentName().startsWith(DATA) && section.offset() > 0) {
        long start = section.offset();
        long end = start + macho.content(section).length();
        long text = GoModuleData.text(bytes, start, end, table.pointer(), head, names);
        if (text != -1) {
          return text;
        }
      }
    }
    return macho.section("__TEXT", "__text").map(MachOSection::address).orElse(-1L);
  }
}
