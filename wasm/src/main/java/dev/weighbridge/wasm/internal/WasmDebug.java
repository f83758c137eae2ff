package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.internal.dwarf.DwarfDebug;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.wasm.CustomSections;
import dev.weighbridge.wasm.WasmFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import dev.weighbridge.wasm.internal.sourcemap.SourceMapFile;
import dev.weighbridge.wasm.items.WasmMemory;
import java.util.Optional;

/**
 * States what the debug information of a linked module says: that in custom sections of the names
 * that ELF has, or in those of another module that it names, else what its source map says.
 * Addresses count from the content of the code section, before the number of bodies; what lies in
 * no body was dropped by the linker. DWARF for WebAssembly, 3.
 */
final class WasmDebug {
  private final WasmModule module;
  private final String fileName;
  private final SideFiles sideFiles;

  /**
   * The debug information of a module.
   *
   * @param fileName the name of its file; empty if nobody knows
   * @param sideFiles what lies beside it
   */
  WasmDebug(WasmModule module, String fileName, SideFiles sideFiles) {
    this.module = module;
    this.fileName = fileName;
    this.sideFiles = sideFiles;
  }

  /** Looks for it, and answers what was found; nothing of it is read yet. */
  DebugInformation find(Diagnostics diagnostics, int addressSize) {
    Optional<WasmSection> code = CodeSection.of(module);
    if (code.isEmpty()) {
      return DebugInformation.NONE;
    }
    long origin = code.get().contentStart();
    boolean hasOwn = hasDwarf(module);
    DebugInformation own =
        hasOwn
            ? withData(DwarfDebug.ofObject(sections(module, addressSize), bodies(origin), origin))
            : DebugInformation.NONE;
    return sideFiles.isAsked() || (!hasOwn && isElsewhere())
        ? beside(diagnostics, addressSize, origin, hasOwn).orElse(own)
        : own;
  }

  /** Linkers put all data into the first memory, from which addresses of variables count. */
  private static DebugInformation withData(DebugInformation debug) {
    return debug.withDataAt(WasmMemory.place(0, 0));
  }

  /** Whether the module says that its debug information is in another file. */
  private boolean isElsewhere() {
    CustomSections custom = module.custom();
    return custom.externalDebugInfo().isPresent() || custom.sourceMap().isPresent();
  }

  private Optional<DebugInformation> beside(
      Diagnostics diagnostics, int addressSize, long origin, boolean hasOwn) {
    Optional<DebugInformation> found = Optional.empty();
    Optional<WasmModule> companion =
        sideFiles.find(new WasmDebugFile(module, !hasOwn), diagnostics);
    if (companion.isPresent()) {
      String id = module.custom().buildId().orElse("");
      DebugFile file = new DebugFile(sideFiles.lastFound(), id);
      Dwarf dwarf = Dwarf.of(sections(companion.get(), addressSize));
      found = Optional.of(withData(DwarfDebug.ofCompanion(dwarf, bodies(origin), file, origin)));
    }
    Optional<DebugInformation> inCompanion = found;
    boolean isNeeded = !hasOwn && companion.isEmpty();
    if (isNeeded || sideFiles.isGiven()) {
      SourceMapFile map = new SourceMapFile(module, fileName, sideFiles.isGiven(), isNeeded);
      found = sideFiles.find(map, diagnostics).or(() -> inCompanion);
    }
    return isNeeded && found.isEmpty() ? SourceMapFile.inside(module, diagnostics) : found;
  }

  private static boolean hasDwarf(WasmModule module) {
    return module.customSection(DwarfSection.INFO.elfName()).isPresent();
  }

  private static DwarfSections sections(WasmModule module, int addressSize) {
    return DwarfSections.of(module.bytes().order(), addressSize, new Loader(module));
  }

  private CodeAddresses bodies(long origin) {
    WasmFunctionTable functions = module.functions();
    CodeAddresses.Builder bodies = new CodeAddresses.Builder();
    for (int row = 0; row < functions.count(); row++) {
      long start = functions.bodyStart(row);
      bodies.add(start - origin, functions.bodyEnd(row) - start);
    }
    return bodies.build();
  }

  private record Loader(WasmModule module) implements DwarfSections.Loader {
    private Optional<WasmSection> section(DwarfSection wanted) {
      return module.customSection(wanted.elfName());
    }

    @Override
    public Bytes load(DwarfSection wanted) {
      Optional<WasmSection> section = section(wanted);
      return section.isEmpty()
          ? module.bytes().slice(0, 0)
          : module.bytes().slice(section.get().payloadStart(), section.get().fileEnd());
    }

    @Override
    public long fileStart(DwarfSection wanted) {
      return section(wanted).map(WasmSection::payloadStart).orElse(-1L);
    }
  }
}
