package dev.weighbridge.wasm.internal;

import dev.weighbridge.wasm.WasmConstants;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import java.util.Optional;

/** The section of a module that has its code. */
final class CodeSection {
  private CodeSection() {}

  /** That of a module; empty if it has none. */
  static Optional<WasmSection> of(WasmModule module) {
    for (WasmSection section : module.sections()) {
      if (section.id() == WasmConstants.SECTION_CODE) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }
}
