package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.internal.appended.AppendedData;
import dev.weighbridge.formats.internal.debug.FunctionSymbols;
import dev.weighbridge.formats.internal.dwarf.DwarfDebug;
import dev.weighbridge.formats.internal.macho.debugmap.ObjectFiles;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.debug.MachODwarf;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOHeader;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.SideFiles;
import java.util.List;
import java.util.Optional;

/** Turns a Mach-O file of one architecture into facts. */
final class MachOReader {
  private final MachOFile macho;
  private final String fileName;
  private final SideFiles sideFiles;
  private final long fileStart;
  private final ImageBuilder image;

  /**
   * A reader of one image.
   *
   * @param macho the parsed file; its own diagnostics are added to the others
   * @param fileStart file offset of the image: 0, or that of an architecture or archive member
   * @param diagnostics where defects go
   */
  public MachOReader(MachOFile macho, long fileStart, Diagnostics diagnostics) {
    this(macho, "", SideFiles.none(), fileStart, diagnostics);
  }

  /**
   * A reader of a file.
   *
   * @param fileName its name, by which its bundle is called; empty if it has none
   */
  MachOReader(
      MachOFile macho,
      String fileName,
      SideFiles sideFiles,
      long fileStart,
      Diagnostics diagnostics) {
    this.fileName = fileName;
    this.sideFiles = sideFiles;
    this.macho = macho;
    this.fileStart = fileStart;
    this.image = new ImageBuilder(macho.bytes(), fileStart, diagnostics);
  }

  /** What the file says about its one image. */
  public BinaryImage read(String name) {
    MachOHeader header = macho.header();
    image.name(name).machine(header.codeMachine());
    if (header.isRelocatable()) {
      image.relocatable();
    }
    headers();
    new MachOSegments(macho, image).state();
    new MachOSections(macho, image).state();
    new MachOLinkEdit(macho, image).state();
    new MachOSymbols(macho, image).state();
    new MachOFileSet(macho, image).state();
    new MachOGoFunctions(macho, image).state();
    MachOExportFacts exports = new MachOExportFacts(macho, image);
    exports.state();
    MachOImports imports = new MachOImports(macho, image);
    new MachOFixupFacts(macho, imports, image).state();
    new MachOPointers(macho, imports, image).state();
    if (header.isRelocatable()) {
      new MachORelocationFacts(macho, image).state();
      new MachOObjectUnwind(macho, image).state();
    } else {
      new MachOUnwind(macho, image).state();
    }
    new MachOFunctions(macho, image).state();
    new MachODataInCode(macho, image).state();
    new MachOSignatureFacts(macho, image).state();
    AppendedData.state(image, macho.bytes());
    macho.uuid().ifPresent(uuid -> image.identity("UUID", uuid));
    macho.libraries().forEach(image::library);
    if (!header.isRelocatable()) {
      image.references(new MachOReferences(macho));
      image.imports(links -> new MachOLinks(macho, imports, exports).imports(links));
      image.exports(links -> new MachOLinks(macho, imports, exports).exports(links));
    }
    debug();
    image.diagnostics().addAll(macho.diagnostics(), fileStart);
    return image.build();
  }

  private void debug() {
    MachODwarf own = MachODwarf.of(macho);
    if (macho.header().isRelocatable()) {
      if (own.isPresent()) {
        image.debug(DwarfDebug.ofObject(own.sections(), own.code(), 0));
      }
      return;
    }
    if (own.isPresent()) {
      image.debug(DwarfDebug.ofImage(own.sections(), own.code()));
      return;
    }
    Optional<MachOFile> companion =
        sideFiles.find(new MachODebugFile(macho, fileName), image.diagnostics());
    if (companion.isPresent()) {
      Dwarf dwarf = Dwarf.of(MachODwarf.of(companion.get()).sections());
      DebugFile file = new DebugFile(sideFiles.lastFound(), macho.uuid().orElse(""));
      DebugInformation debug = DwarfDebug.of(dwarf, own.code(), List.of(), Optional.of(file));
      image.debug(debug);
      if (areNamesGone()) {
        FunctionSymbols.state(image, debug, address -> SymbolTable.NO_SECTION);
      }
    } else if (sideFiles.isAsked()) {
      new ObjectFiles(macho, sideFiles).find(image.diagnostics()).ifPresent(image::debug);
    }
  }

  /** Whether only names are left that other images may ask for: strip takes all others. */
  private boolean areNamesGone() {
    MachOSymbolTable symbols = macho.symbolTable();
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.isDefined(row) && !symbols.isExternal(row) && !symbols.isDebugMap(row)) {
        return false;
      }
    }
    return true;
  }

  private void headers() {
    image.structure("file header", Kind.HEADERS, 0, macho.header().fileEnd());
    for (LoadCommand command : macho.loadCommands()) {
      long size = command.fileEnd() - command.fileStart();
      image.structure("load command", Kind.HEADERS, command.fileStart(), size);
    }
  }
}
