package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.golang.GoFunctionTable;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeSection;

/**
 * Names the functions of a stripped Go program by what its runtime knows of them: a table among the
 * constants. Go's linker leaves its section of symbols behind, empty, when it is told to strip.
 */
final class PeGoFunctions {
  private static final String SYMBOLS = ".symtab";
  private static final String CONSTANTS = ".rdata";

  private final PeFile pe;
  private final ImageBuilder image;

  PeGoFunctions(PeFile pe, ImageBuilder image) {
    this.pe = pe;
    this.image = image;
  }

  /**
   * States them.
   *
   * @param map learns where they begin
   */
  void state(CodeMap map) {
    boolean isGo = pe.sections().stream().anyMatch(section -> section.name().equals(SYMBOLS));
    if (!isGo || pe.symbolTable().count() > 0) {
      return;
    }
    Bytes bytes = pe.bytes();
    for (PeSection section : pe.sections()) {
      if (section.name().equals(CONSTANTS)) {
        long start = Math.min(section.rawOffset(), bytes.length());
        long end = start + pe.content(section).length();
        long table = GoFunctionTable.find(bytes, start, end);
        if (table >= 0) {
          GoFunctionTable.state(
              image,
              bytes,
              table,
              end,
              () -> -1,
              (address, size) ->
                  map.extent(address - pe.imageBase(), address - pe.imageBase() + size));
        }
        return;
      }
    }
  }
}
