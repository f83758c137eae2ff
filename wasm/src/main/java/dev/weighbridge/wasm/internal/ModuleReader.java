package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Diagnostic;
import dev.weighbridge.formats.Diagnostics;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.wasm.ItemKind;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import java.util.List;

/**
 * Turns a module into facts.
 *
 * <p>Every section has address 0, so an address counts from the start of the section's content: for
 * code that is the address of DWARF and of object files. Bytes of linear memories have addresses of
 * their own, see {@link LinearMemories}.
 */
public final class ModuleReader {
  private final WasmModule module;
  private final ImageBuilder image;

  /**
   * A reader of one module.
   *
   * @param diagnostics where defects go; the module's own are added
   */
  public ModuleReader(WasmModule module, Diagnostics diagnostics) {
    this.module = module;
    this.image = new ImageBuilder(module.bytes(), module.fileStart(), diagnostics);
  }

  /** What the module says. */
  public BinaryImage read(String name) {
    boolean is64Bit = module.count(ItemKind.MEMORY) > 0 && module.memoryLimits(0).is64Bit();
    image.name(name).machine(is64Bit ? "wasm64" : "wasm32", is64Bit ? 64 : 32);
    for (Diagnostic diagnostic : module.diagnostics()) {
      image.diagnostics().add(diagnostic);
    }
    for (Diagnostic diagnostic : module.names().diagnostics()) {
      image.diagnostics().add(diagnostic);
    }
    sections();
    new LinearMemories(module, image).state();
    SymbolRows rows = new SymbolRows(module);
    new ItemSymbols(module, rows, image).state();
    new ItemStructures(module, rows, image).state();
    return image.build();
  }

  private void sections() {
    for (WasmSection section : module.sections()) {
      boolean isLoaded = SectionKinds.traits(section).contains(SectionTrait.LOADED);
      image.section(
          section.name(),
          section.contentStart(),
          section.contentSize(),
          0,
          isLoaded ? section.contentSize() : 0,
          1,
          SectionKinds.of(section),
          SectionKinds.traits(section));
    }
  }

  /** The first section of an id, or -1. */
  static int sectionOf(List<WasmSection> sections, int id) {
    for (WasmSection section : sections) {
      if (section.id() == id) {
        return section.index();
      }
    }
    return -1;
  }
}
