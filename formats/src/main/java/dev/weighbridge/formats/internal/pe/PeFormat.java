package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.pdb.Pdb;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.debug.PeDwarf;
import dev.weighbridge.formats.pe.imports.PeImportObject;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.spi.SideFileKind;
import dev.weighbridge.formats.spi.SideFiles;
import java.util.List;
import java.util.Optional;

/** The Portable Executable and Common Object File Formats, as a service. */
public final class PeFormat implements BinaryFormat {
  /** Made by the service loader. */
  public PeFormat() {}

  @Override
  public String name() {
    return "PE";
  }

  @Override
  public boolean recognises(Bytes file) {
    boolean isImage = file.length() >= 2 && file.u8(0) == 'M' && file.u8(1) == 'Z';
    return isImage || PeImportObject.recognises(file) || PeFile.recognisesObject(file);
  }

  @Override
  public BinaryFile read(String name, Bytes file) {
    return read(name, file, SideFiles.none());
  }

  @Override
  public BinaryFile read(String name, Bytes file, SideFiles sideFiles) {
    Diagnostics diagnostics = new Diagnostics();
    if (PeImportObject.recognises(file)) {
      PeImportObject object = PeFile.importObject(file);
      BinaryImage image = new ImportObjectReader(object, file, 0, diagnostics).read("");
      return new BinaryFile(name, name(), file, object, List.of(image), diagnostics.list());
    }
    PeFile pe = PeFile.of(file);
    Optional<Pdb> pdb = sideFiles.find(new PeDebugFile(pe, name), diagnostics);
    String pdbName = sideFiles.lastFound();
    Optional<PeFile> linked = linked(pe, sideFiles, diagnostics);
    String used = linked.isPresent() ? sideFiles.lastFound() : pdbName;
    PeReader reader = new PeReader(pe, 0, new PeBeside(pdb, linked, used), diagnostics);
    BinaryImage image = reader.read("");
    return new BinaryFile(name, name(), file, pe, List.of(image), diagnostics.list());
  }

  /** Who has debug information needs no file with more of it. */
  private static Optional<PeFile> linked(PeFile pe, SideFiles files, Diagnostics diagnostics) {
    return pe.isImage() && !PeDwarf.of(pe).isPresent()
        ? files.find(new PeLinkedFile(pe), diagnostics)
        : Optional.empty();
  }

  @Override
  public List<SideFileKind<?>> sideFileKinds(String name, Bytes file) {
    if (PeImportObject.recognises(file)) {
      return List.of();
    }
    PeFile pe = PeFile.of(file);
    return List.of(new PeDebugFile(pe, name), new PeLinkedFile(pe));
  }

  @Override
  public Optional<BinaryImage> readInside(
      String name, Bytes content, long fileStart, Diagnostics diagnostics) {
    if (PeImportObject.recognises(content)) {
      PeImportObject object = PeFile.importObject(content);
      return Optional.of(
          new ImportObjectReader(object, content, fileStart, diagnostics).read(name));
    }
    PeFile pe = PeFile.of(content);
    return Optional.of(new PeReader(pe, fileStart, PeBeside.NOTHING, diagnostics).read(name));
  }
}
