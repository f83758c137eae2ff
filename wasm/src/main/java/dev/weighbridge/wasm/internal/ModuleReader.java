package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.wasm.CustomSections;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import dev.weighbridge.wasm.internal.bodies.WasmBodies;
import dev.weighbridge.wasm.internal.references.WasmReferences;
import dev.weighbridge.wasm.items.ItemKind;
import java.util.List;

/**
 * Turns a module into facts.
 *
 * <p>Every section has address 0, so an address counts from the start of the section's content: for
 * code that is the address of DWARF and of object files. Bytes of linear memories have addresses of
 * their own, see {@link WasmSegments}.
 */
final class ModuleReader {
  private static final int MAGIC = 0x6D73_6100;
  private static final int PREAMBLE = 8;

  private final WasmModule module;
  private final String fileName;
  private final SideFiles sideFiles;
  private final ImageBuilder image;

  /**
   * A reader of one module.
   *
   * @param fileName the name of its file; empty if it lies in another one
   * @param sideFiles what lies beside that
   * @param diagnostics where defects go; the module's own are added
   */
  public ModuleReader(
      WasmModule module, String fileName, SideFiles sideFiles, Diagnostics diagnostics) {
    this.module = module;
    this.fileName = fileName;
    this.sideFiles = sideFiles;
    this.image = new ImageBuilder(module.bytes(), module.fileStart(), diagnostics);
  }

  /** What the module says. */
  public BinaryImage read(String name) {
    boolean is64Bit = module.count(ItemKind.MEMORY) > 0 && module.memoryLimits(0).is64Bit();
    image.name(name);
    image.machine(
        is64Bit
            ? Machine.of(Architecture.WASM64, Long.SIZE, true)
            : Machine.of(Architecture.WASM32, Integer.SIZE, true));
    boolean isRelocatable = isObjectFile();
    if (isRelocatable) {
      image.relocatable();
    }
    add(module.diagnostics());
    add(module.names().diagnostics());
    add(module.custom().diagnostics());
    custom(module.custom());
    sections();
    new WasmSegments(module, image).state();
    DebugInformation debug = DebugInformation.NONE;
    if (!isRelocatable) {
      WasmDebug place = new WasmDebug(module, fileName, sideFiles);
      debug = place.find(image.diagnostics(), is64Bit ? Long.BYTES : Integer.BYTES);
      image.debug(debug);
    }
    SymbolRows rows = new SymbolRows(module);
    LinkingFacts linking = symbols(rows, debug, isRelocatable);
    new ItemStructures(module, rows, linking, image).state(isRelocatable);
    image.codePadding(new PaddedBodies(module));
    if (!isRelocatable) {
      image.allReferences(new WasmReferences(module));
      image.bodies(new WasmBodies(module));
      WasmLinks links = new WasmLinks(module, rows);
      image.imports(links::imports).exports(links::exports);
    }
    return image.build();
  }

  private LinkingFacts symbols(SymbolRows rows, DebugInformation debug, boolean isRelocatable) {
    ItemNames names = new ItemNames(module, rows, debug);
    LinkedItems linked = new LinkedItems(module, rows);
    new WasmSymbols(module, names, linked, image).state();
    new ImportSymbols(module, rows, names).state(image);
    new ExportSymbols(module, rows, names, linked).state(image);
    LinkingFacts linking = new LinkingFacts(module, rows, image);
    linking.symbols(names, linked, isRelocatable);
    return linking;
  }

  private void add(List<Diagnostic> found) {
    for (Diagnostic diagnostic : found) {
      image.diagnostics().add(diagnostic);
    }
  }

  /** A linker may keep the linking section in its output; but an object file exports nothing. */
  private boolean isObjectFile() {
    return module.custom().linking().isPresent() && module.exports().count() == 0;
  }

  private void custom(CustomSections custom) {
    custom.buildId().ifPresent(id -> image.identity("build id", id));
    custom.externalDebugInfo().ifPresent(file -> image.debugLink(file, -1));
    if (custom.dynamicLibrary().isPresent()) {
      for (String library : custom.dynamicLibrary().get().needed()) {
        image.library(library);
      }
    }
  }

  private void sections() {
    for (WasmSection section : module.sections()) {
      boolean isLoaded = WasmKinds.traits(section).contains(SectionTrait.LOADED);
      image.section(
          section.name(),
          section.contentStart(),
          section.contentSize(),
          0,
          isLoaded ? section.contentSize() : 0,
          1,
          WasmKinds.of(section),
          WasmKinds.traits(section));
    }
    secondModule();
  }

  /** What follows the last section of a file of several modules; a diagnostic tells of it. */
  private void secondModule() {
    List<WasmSection> sections = module.sections();
    long end = sections.isEmpty() ? PREAMBLE : sections.get(sections.size() - 1).fileEnd();
    Bytes bytes = module.bytes();
    if (bytes.contains(end, PREAMBLE) && bytes.i32(end) == MAGIC) {
      image.structure("second module", Kind.OTHER, end, bytes.length() - end);
    }
  }
}
