package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.internal.appended.AppendedData;
import dev.weighbridge.formats.internal.dwarf.DwarfDebug;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.debug.MachODwarf;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOHeader;
import dev.weighbridge.formats.problems.Diagnostics;

/** Turns a Mach-O file of one architecture into facts. */
final class MachOReader {
  private final MachOFile macho;
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
    MachODwarf dwarf = MachODwarf.of(macho);
    if (dwarf.isPresent()) {
      image.debug(
          header.isRelocatable()
              ? DwarfDebug.ofObject(dwarf.sections(), dwarf.code(), 0)
              : DwarfDebug.ofImage(dwarf.sections(), dwarf.code()));
    }
    image.diagnostics().addAll(macho.diagnostics(), fileStart);
    return image.build();
  }

  private void headers() {
    image.structure("file header", Kind.HEADERS, 0, macho.header().fileEnd());
    for (LoadCommand command : macho.loadCommands()) {
      long size = command.fileEnd() - command.fileStart();
      image.structure("load command", Kind.HEADERS, command.fileStart(), size);
    }
  }
}
