package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.internal.appended.KernelImage;
import dev.weighbridge.formats.internal.debug.FunctionSymbols;
import dev.weighbridge.formats.internal.dwarf.DwarfDebug;
import dev.weighbridge.formats.internal.pdb.Pdb;
import dev.weighbridge.formats.internal.pdb.PdbFacts;
import dev.weighbridge.formats.internal.pdb.facts.PdbDebug;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.internal.pe.code.PeAddresses;
import dev.weighbridge.formats.internal.pe.functions.I386Thunks;
import dev.weighbridge.formats.internal.pe.functions.PeFrames;
import dev.weighbridge.formats.internal.pe.functions.PeLeafFunctions;
import dev.weighbridge.formats.internal.pe.functions.PeThunks;
import dev.weighbridge.formats.internal.pe.functions.PeUnwind;
import dev.weighbridge.formats.internal.pe.symbols.PeExports;
import dev.weighbridge.formats.internal.pe.symbols.PeImports;
import dev.weighbridge.formats.internal.pe.symbols.PeLinks;
import dev.weighbridge.formats.internal.pe.symbols.PeSymbols;
import dev.weighbridge.formats.internal.upx.UpxFacts;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.debug.PeDwarf;
import dev.weighbridge.formats.pe.headers.PeHeader;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;
import java.util.Optional;

/** Turns a PE image or COFF object into facts. */
final class PeReader {
  private final PeFile pe;
  private final long fileStart;
  private final PeBeside beside;
  private final Optional<Pdb> pdb;
  private final ImageBuilder image;

  /**
   * A reader of one image.
   *
   * @param pe the parsed file; its own diagnostics are added to the others
   * @param fileStart file offset of the image: 0, or that of an archive member
   * @param beside what lies beside it
   * @param diagnostics where defects go
   */
  public PeReader(PeFile pe, long fileStart, PeBeside beside, Diagnostics diagnostics) {
    this.pe = pe;
    this.fileStart = fileStart;
    this.beside = beside;
    this.pdb = beside.pdb();
    this.image = new ImageBuilder(pe.bytes(), fileStart, diagnostics);
  }

  /** What the file says about its one image. */
  public BinaryImage read(String name) {
    PeHeader header = pe.header();
    image.name(name).machine(header.codeMachine());
    if (!pe.isImage()) {
      image.relocatable();
    }
    PeAddresses addresses = new PeAddresses(pe);
    new PeHeaderFacts(pe, image).state();
    new PeSections(pe, image).state();
    CodeMap map = new CodeMap();
    PeSymbols symbols = new PeSymbols(pe, image, map);
    if (isPacked()) {
      packedImage(addresses, map);
    } else {
      symbols.state();
      beside.linked().ifPresent(file -> new PeSymbols(file, image, map).state(pe));
      facts(addresses, map, symbols);
    }
    new PeOverlay(pe, image).state();
    KernelImage.of(pe.bytes()).ifPresent(this::kernel);
    DebugInformation debug = debug();
    image.debug(debug);
    if (areNamesGone()) {
      FunctionSymbols.state(image, debug, this::sectionAt);
    }
    image.diagnostics().addAll(pe.diagnostics(), fileStart);
    return image.build();
  }

  private DebugInformation debug() {
    PeDwarf dwarf = PeDwarf.of(pe);
    if (dwarf.isPresent()) {
      return pe.isImage()
          ? DwarfDebug.ofImage(dwarf.sections(), dwarf.code())
          : DwarfDebug.ofObject(dwarf.sections(), dwarf.code(), 0);
    }
    if (beside.linked().isPresent()) {
      Dwarf told = Dwarf.of(PeDwarf.of(beside.linked().get()).sections());
      DebugFile file = new DebugFile(beside.name(), "");
      return DwarfDebug.of(told, dwarf.code(), List.of(), Optional.of(file));
    }
    return pdb.isPresent()
        ? PdbDebug.of(pdb.get(), pe, dwarf.code(), beside.name())
        : DebugInformation.NONE;
  }

  /** Whether debug information has to name the functions, because nothing else does. */
  private boolean areNamesGone() {
    boolean isNamed = beside.linked().map(file -> file.symbolTable().count() > 0).orElse(false);
    return pe.isImage() && pe.symbolTable().count() == 0 && pdb.isEmpty() && !isNamed;
  }

  /** The row of the section that an address is in. */
  private int sectionAt(long address) {
    List<PeSection> sections = pe.sections();
    for (int row = 0; row < sections.size(); row++) {
      long start = pe.imageBase() + sections.get(row).rva();
      if (Long.compareUnsigned(address - start, sections.get(row).memorySize()) < 0) {
        return row;
      }
    }
    return SymbolTable.NO_SECTION;
  }

  private void facts(PeAddresses addresses, CodeMap map, PeSymbols symbols) {
    if (pe.isImage()) {
      image(addresses, map);
    } else {
      new PeObjectFacts(pe, image, symbols).state();
    }
  }

  /** A kernel that unpacks itself has most of it packed in a section of code. */
  private void kernel(KernelImage kernel) {
    int label = image.rowLabel("packed kernel");
    long end = Math.min(kernel.payloadEnd(), pe.bytes().length());
    long size = end - kernel.payloadStart();
    if (end < kernel.payloadEnd()) {
      long whole = kernel.payloadEnd() - kernel.payloadStart();
      image
          .diagnostics()
          .warn(
              "packed kernel",
              kernel.payloadStart(),
              whole + " bytes",
              size + " before the end of the file");
    }
    image.structure(label, Kind.OTHER, kernel.payloadStart(), size, Subject.NONE, -1);
  }

  /** Whether UPX has packed it: what it says of functions and data is of what is not there yet. */
  private boolean isPacked() {
    List<PeSection> sections = pe.sections();
    // A first section without bytes is where a packed program is unpacked to.
    if (fileStart != 0 || sections.size() < 2 || sections.get(0).rawSize() != 0) {
      return false;
    }
    PeSection data = sections.get(1);
    long end = Math.min(pe.bytes().length(), data.rawOffset() + data.rawSize());
    return UpxFacts.state(image, pe.bytes(), end);
  }

  private void packedImage(PeAddresses addresses, CodeMap map) {
    PeExports exports = new PeExports(pe, image, addresses, map);
    exports.state();
    PeImports imports = new PeImports(pe, image);
    imports.state();
    PeLinks links = new PeLinks(pe, imports, exports);
    image.imports(links::imports).exports(links::exports);
    new PeResourceFacts(pe, image).state();
  }

  private void image(PeAddresses addresses, CodeMap map) {
    pdb.ifPresent(found -> new PdbFacts(found, pe, image, addresses, map).state());
    boolean isStripped = pdb.isEmpty() && pe.symbolTable().count() == 0;
    new PeGoFunctions(pe, image).state(isStripped, map);
    PeExports exports = new PeExports(pe, image, addresses, map);
    exports.state();
    PeImports imports = new PeImports(pe, image);
    imports.state();
    PeLinks links = new PeLinks(pe, imports, exports);
    image.imports(links::imports).exports(links::exports);
    new PeUnwind(pe, image, addresses, map).state();
    new PeFrames(pe, image, addresses, map).state();
    new PeBaseRelocations(pe, image).state();
    boolean hasNames = pdb.isPresent() || pe.symbolTable().count() > 0;
    new PeDirectoryFacts(pe, image, hasNames).state();
    new PeResourceFacts(pe, image).state();
    new I386Thunks(pe, imports).find(map);
    PeThunks thunks = new PeThunks(pe, image, imports, addresses);
    new PeLeafFunctions(pe, image, map, thunks).state();
    image.references(new PeReferences(pe));
  }
}
