package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.directories.PeClrHeader;
import dev.weighbridge.formats.pe.directories.PeCodeView;
import dev.weighbridge.formats.pe.directories.PeDebugEntry;
import dev.weighbridge.formats.pe.directories.PeLoadConfig;
import dev.weighbridge.formats.pe.directories.PeTls;
import dev.weighbridge.formats.pe.directories.PeTlsCallback;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.imports.PeBoundImport;

/** States the small tables of data directories, and which PDB file belongs to the image. */
final class PeDirectoryFacts {
  private final PeFile pe;
  private final ImageBuilder image;
  private final boolean hasNames;

  /**
   * States the directories of an image.
   *
   * @param hasNames whether symbols tell of variables
   */
  PeDirectoryFacts(PeFile pe, ImageBuilder image, boolean hasNames) {
    this.pe = pe;
    this.image = image;
    this.hasNames = hasNames;
  }

  void state() {
    debug();
    pe.tls().ifPresent(this::threadLocal);
    pe.loadConfig().ifPresent(this::loadConfig);
    for (PeBoundImport bound : pe.boundImports()) {
      linking("bound import", bound.fileStart(), bound.fileEnd());
      if (bound.nameStart() >= 0) {
        linking("library name", bound.nameStart(), bound.nameStart() + bound.name().length() + 1);
      }
    }
    pe.clrHeader().ifPresent(this::clr);
  }

  private void debug() {
    for (PeDebugEntry entry : pe.debugEntries()) {
      header("debug directory", entry.fileStart(), entry.fileEnd());
      if (pe.bytes().contains(entry.dataOffset(), entry.dataSize())) {
        long start = entry.dataOffset();
        header(entry.typeName() + " debug data", start, start + entry.dataSize());
      }
    }
    pe.codeView().ifPresent(this::codeView);
  }

  private void codeView(PeCodeView record) {
    image.identity("GUID", record.identity());
    image.debugLink(record.fileName(), -1);
  }

  private void threadLocal(PeTls tls) {
    header("TLS directory", tls.fileStart(), tls.fileEnd());
    template(tls);
    int label = image.label("TLS callback");
    for (PeTlsCallback callback : pe.tlsCallbacks()) {
      long size = callback.fileEnd() - callback.fileStart();
      image.structure(
          label, Kind.LINKING, callback.fileStart(), size, Subject.ADDRESS, callback.address());
    }
  }

  /** What each thread starts with; where there are symbols they tell more of it. */
  private void template(PeTls tls) {
    long rva = tls.templateStart() - pe.imageBase();
    long size = tls.templateEnd() - tls.templateStart();
    for (PeSection section : pe.sections()) {
      long inside = rva - section.rva();
      boolean isHere = inside >= 0 && inside < section.fileSize();
      if (isHere && size > 0 && !hasNames) {
        int label = image.rowLabel("TLS template");
        long fits = Math.min(size, section.fileSize() - inside);
        image.structure(label, Kind.DATA, section.rawOffset() + inside, fits, Subject.NONE, -1);
        return;
      }
    }
  }

  private void loadConfig(PeLoadConfig config) {
    header("load configuration", config.fileStart(), config.fileEnd());
    for (PeLoadConfig.GuardTable table : config.tables()) {
      int label = image.label(table.name());
      for (int row = 0; row < table.count(); row++) {
        long at = table.fileStart() + (long) row * table.rowSize();
        long about = pe.imageBase() + pe.bytes().u32(at);
        image.structure(label, Kind.LINKING, at, table.rowSize(), Subject.ADDRESS, about);
      }
    }
  }

  private void clr(PeClrHeader clr) {
    header("CLR header", clr.fileStart(), clr.fileEnd());
    long start = pe.fileOffset(clr.metadataRva());
    if (start >= 0) {
      long size = Math.min(clr.metadataSize(), pe.room(clr.metadataRva()));
      header("CLR metadata", start, start + size);
    }
  }

  private void header(String label, long start, long end) {
    if (start < end) {
      image.structure(label, Kind.HEADERS, start, end - start);
    }
  }

  private void linking(String label, long start, long end) {
    image.structure(label, Kind.LINKING, start, end - start);
  }
}
