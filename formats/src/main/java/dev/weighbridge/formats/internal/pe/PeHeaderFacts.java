package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeDataDirectory;
import dev.weighbridge.formats.pe.headers.PeDosHeader;
import dev.weighbridge.formats.pe.headers.PeHeader;
import dev.weighbridge.formats.pe.headers.PeRichHeader;
import dev.weighbridge.formats.pe.headers.PeSection;
import java.util.List;

/** States what the headers take. */
final class PeHeaderFacts {
  private static final int SIGNATURE_SIZE = 4;

  private final PeFile pe;
  private final ImageBuilder image;

  PeHeaderFacts(PeFile pe, ImageBuilder image) {
    this.pe = pe;
    this.image = image;
  }

  void state() {
    pe.dosHeader().ifPresent(this::dos);
    pe.richHeader().ifPresent(this::rich);
    PeHeader header = pe.header();
    long start = header.fileStart() - (pe.isImage() ? SIGNATURE_SIZE : 0);
    header("file header", start, header.fileEnd());
    pe.optionalHeader()
        .ifPresent(optional -> header("optional header", optional.fileStart(), optional.fileEnd()));
    List<PeDataDirectory> directories = pe.dataDirectories();
    if (!directories.isEmpty()) {
      long end = directories.get(directories.size() - 1).fileEnd();
      header("data directories", directories.get(0).fileStart(), end);
    }
    List<PeSection> sections = pe.sections();
    if (!sections.isEmpty()) {
      long end = sections.get(sections.size() - 1).fileEnd();
      header("section headers", sections.get(0).fileStart(), end);
    }
  }

  private void dos(PeDosHeader dos) {
    header("DOS header", dos.fileStart(), dos.fileEnd());
    header("DOS stub", dos.fileEnd(), dos.peHeaderOffset());
  }

  private void rich(PeRichHeader rich) {
    header("Rich header", rich.fileStart(), rich.fileEnd());
  }

  private void header(String label, long start, long end) {
    if (start < end) {
      image.structure(label, Kind.HEADERS, start, end - start);
    }
  }
}
