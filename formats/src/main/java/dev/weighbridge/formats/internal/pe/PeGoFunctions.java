package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.golang.GoFunctionTable;
import dev.weighbridge.formats.internal.golang.GoModuleData;
import dev.weighbridge.formats.internal.golang.GoTableParts;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeSection;
import java.util.Optional;

/**
 * States what the runtime of Go knows of its functions: a table among the constants. Go's linker
 * leaves its section of symbols behind, empty, when it is told to strip.
 */
final class PeGoFunctions {
  private static final String SYMBOLS = ".symtab";
  private static final String CONSTANTS = ".rdata";
  private static final String CODE = ".text";

  private final PeFile pe;
  private final ImageBuilder image;
  private final Bytes bytes;

  PeGoFunctions(PeFile pe, ImageBuilder image) {
    this.pe = pe;
    this.image = image;
    bytes = pe.bytes();
  }

  /**
   * States them.
   *
   * @param isStripped whether functions have no names yet
   * @param map learns where they begin
   */
  void state(boolean isStripped, CodeMap map) {
    if (!isByGo() && !(isStripped && isByGnu())) {
      return;
    }
    Optional<PeSection> section = pe.section(CONSTANTS);
    if (section.isPresent()) {
      long start = Math.min(section.get().rawOffset(), bytes.length());
      long end = start + pe.content(section.get()).length();
      GoFunctionTable.find(bytes, start, end)
          .ifPresent(
              table -> {
                long toAddress = pe.imageBase() + section.get().rva() - section.get().rawOffset();
                state(table, toAddress, isStripped, map);
              });
    }
  }

  private boolean isByGo() {
    return pe.sections().stream().anyMatch(section -> section.name().equals(SYMBOLS));
  }

  /** With parts in C, GNU ld links a program of Go, and leaves nothing of Go's linker. */
  private boolean isByGnu() {
    return pe.optionalHeader()
        .filter(header -> header.linkerVersion().startsWith("2."))
        .isPresent();
  }

  private void state(GoFunctionTable table, long toAddress, boolean isStripped, CodeMap map) {
    long base = table.asksForText() ? text(table, toAddress) : table.text();
    if (base == -1) {
      return;
    }
    if (isStripped) {
      table.name(image, base);
    }
    table.functions(
        base,
        (address, size, name, length) -> {
          long rva = address - pe.imageBase();
          map.extent(rva, rva + size);
          if (!isStripped) {
            image.function(address, size, pe.fileOffset(rva), ExtentEvidence.RUNTIME_TABLE);
          }
        });
    new GoTableParts(bytes, table, base).state(image);
  }

  /** By the module data; where it is not found the code begins as Go's linker lays it. */
  private long text(GoFunctionTable table, long toAddress) {
    long head = table.start() + toAddress;
    long names = table.names() + toAddress;
    for (PeSection section : pe.sections()) {
      if (section.isWritable()) {
        long start = section.rawOffset();
        long end = start + pe.content(section).length();
        long text = GoModuleData.text(bytes, start, end, table.pointer(), head, names);
        if (text != -1) {
          return text;
        }
      }
    }
    return pe.section(CODE).map(code -> pe.imageBase() + code.rva()).orElse(-1L);
  }
}
