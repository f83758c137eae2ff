package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.internal.dwarf.DwarfDebug;
import dev.weighbridge.wasm.WasmConstants;
import dev.weighbridge.wasm.WasmFunctionTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import java.util.Optional;

/**
 * States what the debug information of a linked module says: that in custom sections of the names
 * that ELF has. Addresses count from the content of the code section, before the number of bodies;
 * what lies in no body was dropped by the linker. DWARF for WebAssembly, 3.
 */
final class WasmDebug implements DwarfSections.Loader {
  private final WasmModule module;

  WasmDebug(WasmModule module) {
    this.module = module;
  }

  void state(ImageBuilder image, int addressSize) {
    Optional<WasmSection> code = code();
    if (code.isPresent() && section(DwarfSection.INFO).isPresent()) {
      long origin = code.get().contentStart();
      DwarfSections sections = DwarfSections.of(module.bytes().order(), addressSize, this);
      image.debug(DwarfDebug.ofObject(sections, bodies(origin), origin));
    }
  }

  private Optional<WasmSection> code() {
    for (WasmSection section : module.sections()) {
      if (section.id() == WasmConstants.SECTION_CODE) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
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
