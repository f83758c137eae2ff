package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.internal.appended.AppendedKind;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.directories.PeCertificate;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.symbols.PeSymbolTable;
import java.util.List;

/**
 * States the certificates, and what follows all that the headers know of: installers and
 * self-extracting programs keep their payload there.
 */
final class PeOverlay {
  private final PeFile pe;
  private final ImageBuilder image;

  PeOverlay(PeFile pe, ImageBuilder image) {
    this.pe = pe;
    this.image = image;
  }

  void state() {
    long at = knownEnd();
    List<PeCertificate> certificates = pe.isImage() ? pe.certificates() : List.of();
    for (PeCertificate certificate : certificates) {
      long start = certificate.fileStart();
      long size = certificate.fileEnd() - start;
      image.structure("certificate", Kind.SIGNATURE, start, size);
      overlay(at, start);
      at = Math.max(at, certificate.fileEnd() + 7 & ~7L);
    }
    overlay(at, pe.bytes().length());
  }

  /** End of the headers, the sections, the symbol table and the string table. */
  private long knownEnd() {
    PeSymbolTable symbols = pe.symbolTable();
    long known = Math.max(symbols.fileStart(symbols.count()), symbols.stringsEnd());
    known = Math.max(known, pe.header().fileEnd());
    for (PeSection section : pe.sections()) {
      known = Math.max(known, section.fileEnd());
      if (section.fileSize() > 0) {
        known = Math.max(known, section.rawOffset() + section.fileSize());
      }
      long relocations = 10L * section.relocationCount();
      known = Math.max(known, pe.isImage() ? 0 : section.relocationOffset() + relocations);
    }
    return known;
  }

  private void overlay(long start, long end) {
    boolean isPadding = end - start < 8 && start < end && isZero(start, end);
    if (start < end && !isPadding) {
      image.structure(AppendedKind.label(pe.bytes(), start, end), Kind.OTHER, start, end - start);
    }
  }

  private boolean isZero(long start, long end) {
    for (long at = start; at < end; at++) {
      if (pe.bytes().u8(at) != 0) {
        return false;
      }
    }
    return true;
  }
}
