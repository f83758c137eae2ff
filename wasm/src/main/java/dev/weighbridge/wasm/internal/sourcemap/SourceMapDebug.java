package dev.weighbridge.wasm.internal.sourcemap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.DebugSource;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.SourceTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.wasm.WasmFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import java.util.List;

/**
 * Makes facts of the source map of a module: sources and lines. It tells of no units, and not which
 * code was inlined. A place says of the code up to the next one, or to the end of its function,
 * which line it is from; addresses are places in the file.
 */
public final class SourceMapDebug implements DebugSource {
  private static final DebugFile ITSELF = new DebugFile("", "");

  private final WasmModule module;
  private final Bytes map;
  private final String name;

  private SourceMapDebug(WasmModule module, Bytes map, String name) {
    this.module = module;
    this.map = map;
    this.name = name;
  }

  /**
   * What the source map of a module says; nothing is read yet.
   *
   * @param name what the map is called
   */
  public static DebugInformation of(WasmModule module, Bytes map, String name) {
    SourceMapDebug source = new SourceMapDebug(module, map, name);
    return DebugInformation.ofPlaces(source, List.of(ITSELF, new DebugFile(name, "")), 0);
  }

  /** The same of a map that the module holds itself. */
  static DebugInformation inside(WasmModule module, Bytes map) {
    SourceMapDebug source = new SourceMapDebug(module, map, "wasm.sourceMappingURL");
    return DebugInformation.ofPlaces(source, List.of(ITSELF), 0);
  }

  @Override
  public UnitTable units(Diagnostics diagnostics) {
    return new UnitTable.Builder().build();
  }

  @Override
  public LineTable lines(Diagnostics diagnostics) {
    LineTable.Builder table = new LineTable.Builder();
    try {
      MappedPlaces places = MappedPlaces.of(map);
      SourceMapFit fit = SourceMapFit.of(places, module);
      if (!fit.fits()) {
        diagnostics.error(name, -1, SourceMapFit.expected(), fit.found());
        return table.build(new SourceTable.Builder().build());
      }
      if (places.elsewhere() > 0) {
        String found = places.elsewhere() + " in others";
        diagnostics.warn(name, -1, "mappings in the first line, which a module is", found);
      }
      WasmFunctionTable functions = module.functions();
      for (int row = 0; row < functions.count(); row++) {
        if (functions.codeStart(row) >= 0) {
          add(table, places, functions.codeStart(row), functions.bodyEnd(row));
        }
      }
      return table.build(places.sources());
    } catch (BinaryException e) {
      diagnostics.error(name + ": " + e.structure(), -1, e.expected(), e.found());
      return new LineTable.Builder().build(new SourceTable.Builder().build());
    }
  }

  private static void add(LineTable.Builder table, MappedPlaces places, long start, long end) {
    int last = places.firstAt(end);
    boolean isOpen = false;
    for (int row = places.firstAt(start); row < last; row++) {
      if (!isOpen) {
        table.begin(places.place(row));
        isOpen = true;
      }
      table.add(places.place(row), places.file(row), places.line(row), places.column(row));
    }
    if (isOpen) {
      table.end(end);
    }
  }

  @Override
  public InlineTable inlines(Diagnostics diagnostics) {
    return new InlineTable.Builder()
        .build(new FunctionNames.Builder().build(), new SourceTable.Builder().build());
  }

  @Override
  public DebugBytes bytes(Diagnostics diagnostics) {
    return new DebugBytes.Builder().build();
  }
}
